using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>What is said of a sample is put right.</summary>
internal sealed class SampleModel(MarkDesk desk, IFiles files, Texts text) : EditingPage<SampleWords>(desk.Grants.Db, text)
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public CertificationMark Mark { get; private set; } = null!;

    public MarkSample Kept { get; private set; } = null!;

    public FilePicture? Picture { get; private set; }

    public string Samples => $"{MarkRights.Marks}/{Mark.Slug}/mau";

    protected override string Home => Samples;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Slug, cancellationToken) is not { } mark || mark.Samples.FirstOrDefault(sample => sample.Id == Id) is not { } kept)
        {
            return false;
        }

        (Mark, Kept) = (mark, kept);
        Picture = (await files.SamplesAsync(mark, cancellationToken)).FirstOrDefault(sample => sample.Id == Id)?.Picture;
        return true;
    }

    protected override SampleWords Stored() => new() { Alt = Kept.Alt };

    protected override IEnumerable<(string Label, string? Words)> Told(SampleWords input) => [("Mô tả ảnh", VietnameseText.OnOneLine(input.Alt))];

    protected override Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Mark.Say(Id, VietnameseText.OnOneLine(Input.Alt)!);
        desk.Grants.Db.Entry(Mark).Property(m => m.Version).IsModified = true;
        return Task.CompletedTask;
    }
}
