using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Changes what is written of a memorandum besides its parties.</summary>
internal sealed class EditMemorandumModel(AllianceDesk desk, Texts text) : AllianceEditing<MemorandumInput>(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public Memorandum Memorandum { get; private set; } = null!;

    /// <summary>The time of signing as less than a day: what the sources tell, which the office does not make more exact by guessing.</summary>
    public bool HasNoDay => Memorandum.SignedOn.Precision != Precision.Day;

    private IReadOnlyList<OrganisationFact> Further { get; set; } = [];

    private FurtherParties Typed { get; set; } = new([], null);

    public override string Address => MemorandumOfAddress.AddressOf(Memorandum);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await Desk.MemorandumAsync(Code, cancellationToken) is not { } memorandum)
        {
            return false;
        }

        Memorandum = memorandum;
        IReadOnlyList<Guid> further = [.. (await Desk.Db.FurtherPartiesAsync([memorandum], cancellationToken))[memorandum.Id]];
        var named = await Desk.Organisations.OfAsync(further, cancellationToken);
        Further = [.. further.Select(id => named[id])];
        return true;
    }

    protected override MemorandumInput Stored() => new()
    {
        Title = Memorandum.Title,
        OtherParties = Block(string.Join('\n', [.. Further.Select(party => party.Name), .. Memorandum.UnrecordedParties()])),
        Field = Memorandum.Field,
        About = Memorandum.About,
        SignedOn = Memorandum.SignedOn.Precision == Precision.Day ? Memorandum.SignedOn.From : null,
        EndsOn = Memorandum.EndsOn,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(MemorandumInput input) =>
    [
        ("Tên bản ghi nhớ", VietnameseText.OnOneLine(input.Title)),
        ("Các bên khác", Block(input.OtherParties)),
        ("Lĩnh vực", VietnameseText.OnOneLine(input.Field)),
        ("Nội dung hợp tác", Block(input.About)),
        ("Ngày ký", Day(input.SignedOn) ?? (HasNoDay && Memorandum.SignedOn.IsKnown ? Memorandum.SignedOn.ToString() : null)),
        ("Hết hạn ngày", Day(input.EndsOn)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.SignedOn is null && !HasNoDay && ModelState["Input.SignedOn"] is not { Errors.Count: > 0 })
        {
            Wrong("Input.SignedOn", MemorandumInput.NoDay);
        }

        if (Input.SignedOn > Today)
        {
            Wrong("Input.SignedOn", "Ngày ký không thể sau hôm nay");
        }

        if (!ModelState.IsValid)
        {
            return;
        }

        Typed = await FurtherParties.ReadAsync(Desk, Input.OtherParties, Further, cancellationToken);
        if (Typed.Against(Memorandum.PartyAId, Memorandum.PartyBId) is { } against)
        {
            Wrong("Input.OtherParties", against);
        }

        var gone = Further.Where(party => !Typed.Recorded.Contains(party.Id)).ToList();
        var ids = gone.ConvertAll(party => party.Id).ToArray();
        var owing = await Desk.Db.Set<Obligation>().Where(o => o.MemorandumId == Memorandum.Id && EF.Parameter(ids).Contains(o.OwnerId)).Select(o => o.OwnerId).ToListAsync(cancellationToken);
        foreach (var party in gone.Where(party => owing.Contains(party.Id)))
        {
            Wrong("Input.OtherParties", "“{0}” có nghĩa vụ ghi trong bản ghi nhớ này nên không bỏ ra được", party.Name);
        }
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var signedOn = Input.SignedOn is { } day && RecordTime.Day(day) != Memorandum.SignedOn ? RecordTime.Day(day) : Memorandum.SignedOn;
        Memorandum.Describe(new MemorandumFacts(VietnameseText.OnOneLine(Input.Title)!, signedOn, Block(Input.About), Memorandum.PaperId, Memorandum.Programme, Memorandum.Source));
        Memorandum.Agree(Input.Terms(VietnameseText.OnOneLine(Input.Field), Typed.Others));
        await Typed.WriteAsync(Desk, Memorandum, cancellationToken);

        // Two who change only the parties are told of each other as well.
        Desk.Db.Entry(Memorandum).Property(m => m.Version).IsModified = true;
    }
}
