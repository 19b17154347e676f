using PhuSa.Documents.Decree;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Printing;

/// <summary>
/// A review as a paper by Nghị định 30/2020/NĐ-CP. Always Vietnamese; the numbers are those of the page, frozen ones once it is frozen,
/// each with a link to its evidence and again in the appendix, to which the text points as the decree asks.
/// </summary>
internal static class ReviewPaper
{
    private const string NoTarget = "không đặt số";
    private const string RecordsUnit = "hồ sơ";
    private const string Closing = "Trên đây là kết quả của kỳ báo cáo. Cách có và số hồ sơ của từng số liệu nêu trong báo cáo được ghi tại Phụ lục kèm theo.";

    private static readonly DecreeColumn Order = new("TT", 0.3, Ordinals: true);

    public static DecreePaper Of(ReadReview read, Uri root)
    {
        var details = read.Review.Details;
        return new DecreePaper
        {
            GoverningBody = details.GoverningBody,
            IssuingBodies = Split(details.IssuingBodies),
            Number = details.Number,
            Symbol = details.Symbol,
            Place = details.Place,
            Date = details.SignedOn,
            Year = details.LastDay.Year,
            TypeName = "Báo cáo",
            Subject = details.Subject,
            Blocks = [Opening(read), .. Body(read, root), new DecreeParagraph(Closing)],
            Appendices = [new DecreeAppendix("Nguồn của số liệu", [Sources(read, root), .. Notes(read, root)])],
            Recipients = Split(details.Recipients),
            Filing = details.Filing ?? "VT",
            Signatures = [.. Split(details.Signatures).Select(Signature)],
        };
    }

    private static DecreeParagraph Opening(ReadReview read) =>
        new($"Kỳ số liệu: {read.Review.PeriodPrinted}; cách tính kỳ: {ReviewWindows.Words(read.Review.Details.Window)}.");

    private static IEnumerable<DecreeBlock> Body(ReadReview read, Uri root)
    {
        var items = new List<IReadOnlyList<DecreeRun>>();
        foreach (var part in read.Parts)
        {
            if (part.Kind != ReviewPartKind.Item && items.Count > 0)
            {
                yield return new DecreeList([.. items]);
                items.Clear();
            }

            switch (part.Kind)
            {
                case ReviewPartKind.Item:
                    items.Add(Runs(part.Text!, read, root));
                    break;
                case ReviewPartKind.Section:
                    yield return new DecreeChapter(part.Text!);
                    break;
                case ReviewPartKind.Field:
                    yield return new DecreeHeading(part.Text!);
                    break;
                case ReviewPartKind.Text:
                    yield return new DecreeParagraph(Runs(part.Text!, read, root));
                    break;
                case ReviewPartKind.Evidence:
                    yield return Records(part, read);
                    break;
                case ReviewPartKind.Facts:
                    yield return Facts(part, read);
                    break;
                case ReviewPartKind.Plan:
                    yield return Lines(part, read, root);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown part {part.Kind}.");
            }
        }

        if (items.Count > 0)
        {
            yield return new DecreeList([.. items]);
        }
    }

    private static List<DecreeRun> Runs(string text, ReadReview read, Uri root) =>
    [
        .. FigureTokens.Cut(text).Select(piece => piece.Figure is { } code ? Run(read.Link(code, piece.Form), root) : new DecreeRun(piece.Words)),
    ];

    private static DecreeRun Run(FigureLink link, Uri root) => new(link.Text, Link: new Uri(root, link.Url));

    private static DecreeTable Records(PartContent part, ReadReview read)
    {
        var groups = EvidenceGroups.Of(read.Find(part.Figure!)?.Printed.Evidence ?? []);
        return groups is [{ Name: null }]
            ? new DecreeTable(part.Text, [Order, new DecreeColumn("Hồ sơ", 4)],
                [.. groups[0].Records.Select((e, i) => (IReadOnlyList<DecreeRun>)[$"{i + 1}", e.Title])])
            : new DecreeTable(part.Text, [new DecreeColumn("Nhóm", 1.2), new DecreeColumn("Hồ sơ", 3)],
                [.. groups.Select(g => (IReadOnlyList<DecreeRun>)[g.Name ?? "", string.Join("; ", g.Records.Select(e => e.Title))])]);
    }

    private static DecreeTable Facts(PartContent part, ReadReview read)
    {
        var evidence = (read.Find(part.Figure!)?.Printed.Evidence ?? []).Where(e => e.IsPublic).ToList();
        return new DecreeTable(part.Text, [new DecreeColumn("Nội dung", 2), new DecreeColumn("Kết luận")],
        [
            .. evidence.SelectMany(e => Verdicts.Of(e.Facts)).Select(line => (IReadOnlyList<DecreeRun>)[line.Label, line.Word ?? line.Words ?? FigureWords.NoData]),
        ]);
    }

    private static DecreeTable Lines(PartContent part, ReadReview read, Uri root) =>
        new(part.Text, [new DecreeColumn("Việc", 3), new DecreeColumn("Chỉ tiêu"), new DecreeColumn("Thực hiện", 1.2), new DecreeColumn("Tình trạng", 1.2)],
            [.. (part.Plan?.Lines ?? []).Select(line => Line(line, read, root))]);

    private static IReadOnlyList<DecreeRun> Line(PlanLine line, ReadReview read, Uri root)
    {
        var figure = line.Figure is { } code ? read.Find(code) : null;
        return
        [
            line.Title,
            figure?.Printed.Target is null ? NoTarget : Run(read.Link(figure.Code, TokenForm.Target), root),
            figure is null ? FigureWords.NoData : Run(read.Link(figure.Code), root),
            line.CarriedFrom is { } earlier ? $"{PlanItemFlow.Table[line.Status].PublicName}; chuyển từ {earlier.Year}" : PlanItemFlow.Table[line.Status].PublicName,
        ];
    }

    private static DecreeTable Sources(ReadReview read, Uri root) => new(
        Caption: null,
        [Order, new DecreeColumn("Số liệu", 3.7), new DecreeColumn("Giá trị", 1.9, Figures: true), new DecreeColumn("Cách có", 2.05), new DecreeColumn("Hồ sơ", 0.95, Ordinals: true)],
        [
            .. read.Figures.Select((figure, index) => (IReadOnlyList<DecreeRun>)
            [
                $"{index + 1}",
                figure.Printed.Name,
                Value(figure.Printed),
                OriginWords.Of(figure.Printed),
                new DecreeRun(FigureWords.Number(figure.Printed.Evidence.Count, RecordsUnit), Link: new Uri(root, read.EvidenceAddress(figure.Code))),
            ]),
        ]);

    private static IEnumerable<DecreeNote> Notes(ReadReview read, Uri root)
    {
        var review = read.Review;
        var address = new Uri(root, review.Url);
        yield return new DecreeNote("Xem từng hồ sơ tại ", new DecreeRun(address.AbsoluteUri, Link: address));
        if (review.Sha256 is { } digest)
        {
            yield return new DecreeNote("Mã kiểm tra SHA-256 của toàn bộ báo cáo:");
            yield return new DecreeNote(digest);
        }

        yield return new DecreeNote(review.IsFrozen
            ? $"Số liệu chốt lúc {VietnamTime.Written(review.FrozenAt!.Value)}."
            : $"Số liệu đọc lúc {VietnamTime.Written(read.AsOf)}, chưa chốt.");
    }

    private static string Value(FigureState figure) => figure is { Value: null, Target: { } target }
        ? $"chỉ tiêu {FigureWords.WithUnit(target, figure.Unit)}; thực hiện: {FigureWords.NoData}"
        : figure.Text;

    private static DecreeSignature Signature(string words)
    {
        var parts = words.Split('|', StringSplitOptions.TrimEntries);
        return new DecreeSignature(At(0), At(1), At(2));

        string? At(int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
