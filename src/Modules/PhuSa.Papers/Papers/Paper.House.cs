using PhuSa.Papers.Books;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Papers;

/// <summary>A paper that the house writes: draft, number, signature, issue.</summary>
internal sealed partial class Paper
{
    public const int PlaceMaxLength = 100;
    public const int RecipientsMaxLength = 2000;
    public const int FilingMaxLength = 100;
    public const int BodyMaxLength = 60_000;

    /// <summary>A draft of the body that keeps the book.</summary>
    public Paper(Guid id, PaperBook book, PaperDraft draft, Actor by, DateTime now)
    {
        Id = id;
        Code = id.ToString("N");
        IssuedById = book.IssuerId;
        Write(book, draft);
        Begin(PaperStatus.Draft, by, now);
    }

    /// <summary>The book that numbers it; null for a paper that was only recorded.</summary>
    public Guid? BookId { get; private set; }

    /// <summary>The year of the book in which it was numbered.</summary>
    public int? BookYear { get; private set; }

    public int? BookNumber { get; private set; }

    /// <summary>The year in which nobody else may carry its number.</summary>
    public int? NumberYear => BookYear ?? SignedOn.From?.Year;

    public string? UnitSymbol { get; private set; }

    public string? Place { get; private set; }

    /// <summary>One a line.</summary>
    public string? Recipients { get; private set; }

    public string? Filing { get; private set; }

    public string? Body { get; private set; }

    /// <summary>Whole đồng.</summary>
    public long? Amount { get; private set; }

    public SigningAuthority? SignedBy { get; private set; }

    public string? SignedFor { get; private set; }

    public string? SignerPosition { get; private set; }

    public string? SignerName { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public PaperSignature? Signature => SignedBy is { } authority ? new(authority, SignedFor, SignerPosition!, SignerName!) : null;

    public bool MayBeWritten => Status is PaperStatus.Draft or PaperStatus.Numbered;

    /// <exception cref="RefusedException">It is signed, or what its number says would change.</exception>
    public void Rewrite(PaperBook book, PaperDraft draft)
    {
        if (!MayBeWritten)
        {
            throw new RefusedException("Văn bản đã ký thì không sửa được nữa. Nếu sai, hãy huỷ số và nêu lý do.");
        }

        if (Status == PaperStatus.Numbered && (draft.BookId != BookId || draft.Kind != Kind || draft.UnitSymbol != UnitSymbol))
        {
            throw new RefusedException("Văn bản đã có số {0} thì không đổi sổ, loại và ký hiệu được. Nếu số sai, hãy huỷ số và nêu lý do.", Number!);
        }

        Write(book, draft);
    }

    /// <summary>Takes the number that the book gave.</summary>
    public void TakeNumber(PaperBook book, int year, int number, Actor by, DateTime now)
    {
        Move(PaperAction.Number, by, now);
        BookYear = year;
        BookNumber = number;
        Number = PaperSymbol.Write(number, Kind, book.Symbol, UnitSymbol, book.IsLegal ? year : null);
        NumberKey = PaperNumber.KeyOf(Number);
        SearchText = Searched();
    }

    /// <exception cref="RefusedException">The day is not one of the number's year, or is still to come.</exception>
    public void Sign(PaperSignature signature, DateOnly day, DateOnly today, Actor by, DateTime now)
    {
        MustBeOfItsYear(day, today);
        Move(PaperAction.Sign, by, now);
        TakeSignature(signature, day);
    }

    /// <summary>Who signed, in whose name or on which day was written down wrongly. What the paper says stays as it was signed.</summary>
    /// <exception cref="RefusedException">The day is not one of the number's year, is still to come or after the paper went out; or nothing would change.</exception>
    public void CorrectSigning(PaperSignature signature, DateOnly day, DateOnly today, string why, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw new RefusedException("Nhập lý do");
        }

        MustBeOfItsYear(day, today);
        if (day > IssuedOn)
        {
            throw new RefusedException("Ngày ký không thể sau ngày phát hành.");
        }

        if (Signature == Kept(signature) && SignedOn == RecordTime.Day(day))
        {
            throw new RefusedException("Ngày ký và người ký vẫn như đã ghi, không có gì để sửa.");
        }

        Move(PaperAction.CorrectSigning, by, now, why);
        TakeSignature(signature, day);
    }

    /// <exception cref="RefusedException">It would go out before it was signed, or on a day still to come.</exception>
    public void Issue(DateOnly day, DateOnly today, Actor by, DateTime now)
    {
        if (day > today || day < SignedOn.From)
        {
            throw new RefusedException("Ngày phát hành phải từ ngày ký đến hôm nay.");
        }

        Move(PaperAction.Issue, by, now);
        IssuedOn = day;
    }

    public void Drop(string? why, Actor by, DateTime now)
    {
        IsPublic = false;
        Move(PaperAction.Drop, by, now, why);
    }

    /// <summary>Of the head and the acting head nobody stands behind the mark.</summary>
    private static PaperSignature Kept(PaperSignature signature) => signature.AsksFor ? signature : signature with { For = null };

    private void MustBeOfItsYear(DateOnly day, DateOnly today)
    {
        if (day > today)
        {
            throw new RefusedException("Ngày ký không thể sau hôm nay.");
        }

        if (BookYear is { } year && day.Year != year)
        {
            throw new RefusedException("Số {0} thuộc sổ năm {1}, nên ngày ký phải trong năm đó.", Number!, year);
        }
    }

    private void TakeSignature(PaperSignature signature, DateOnly day)
    {
        (SignedBy, SignedFor, SignerPosition, SignerName) = (signature.Authority, Kept(signature).For, signature.Position, signature.Name);
        var signed = RecordTime.Day(day);
        if (SignedOn != signed)
        {
            SignedOn = signed;
        }
    }

    private void Write(PaperBook book, PaperDraft draft)
    {
        if (!book.Numbers(draft.Kind))
        {
            throw new RefusedException("Sổ “{0}” không cấp số cho loại văn bản này.", book.Name);
        }

        BookId = book.Id;
        Kind = draft.Kind;
        Title = draft.Title;
        UnitSymbol = draft.UnitSymbol;
        Place = draft.Place;
        Recipients = draft.Recipients;
        Filing = draft.Filing;
        Body = draft.Body;
        Amount = draft.Amount;
        EffectiveFrom = draft.EffectiveFrom;
        IsPublic = draft.IsPublic;
        SearchText = Searched();
    }
}
