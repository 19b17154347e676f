using PhuSa.Documents.Decree;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Printing;

/// <summary>
/// A review as a paper by Nghị định 30/2020/NĐ-CP. Always Vietnamese; the numbers are those of the page, frozen ones once it is frozen,
/// each with a link to its evidence and again in the appendix.
/// </summary>
internal static class ReviewPaper
{
    private const string NoTarget = "không đặt số";

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
            Blocks = [Opening(read), .. Body(read, root), .. Appendix(read, root)],
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
            ? new DecreeTable(part.Text, [new DecreeColumn("TT", 0.3), new DecreeColumn("Hồ sơ", 4)],
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
        new(part.Text, [new DecreeColumn("Việc", 3), new DecreeColumn("Chỉ tiêu", 1.1), new DecreeColumn("Thực hiện", 1.1), new DecreeColumn("Tình trạng", 1.3)],
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

    private static IEnumerable<DecreeBlock> Appendix(ReadReview read, Uri root)
    {
        var review = read.Review;
        yield return new DecreeChapter("Phụ lục: nguồn của số liệu");
        yield return new DecreeTable(
            Caption: null,
            [new DecreeColumn("TT", 0.4), new DecreeColumn("Số liệu", 3), new DecreeColumn("Giá trị", 1.3, Figures: true), new DecreeColumn("Cách có", 1.6), new DecreeColumn("Bằng chứng", 2)],
            [
                .. read.Figures.Select((figure, index) => (IReadOnlyList<DecreeRun>)
                [
                    $"{index + 1}",
                    figure.Printed.Name,
                    Value(figure.Printed),
                    OriginWords.Of(figure.Printed),
                    new DecreeRun(figure.Code, Link: new Uri(root, read.EvidenceAddress(figure.Code))),
                ]),
            ]);
        yield return review.IsFrozen
            ? new DecreeParagraph($"Số liệu chốt lúc {VietnamTime.Written(review.FrozenAt!.Value)}; mã kiểm tra SHA-256 của toàn bộ báo cáo: {review.Sha256}.")
            : new DecreeParagraph($"Số liệu đọc lúc {VietnamTime.Written(read.AsOf)}, chưa chốt.");
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
