using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>The forms of a mark's samples as hasty, late and hostile browsers send them.</summary>
public sealed class MarkSampleTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Desk = "/quan-tri/nhan-hieu/chung-nhan/an-giang/mau";
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task What_looks_like_a_script_is_shown_as_it_was_typed_and_runs_nowhere()
    {
        await AddedAsync(await house.OfficerAsync(), Script);

        foreach (var address in new[] { Desk, "/quan-tri/nhan-hieu/chung-nhan/an-giang" })
        {
            var officer = await (await house.OfficerAsync()).OpenAsync(address);
            Assert.DoesNotContain(Script, officer.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        }

        var reader = await house.App.Visit().OpenAsync("/nhan-hieu/an-giang");
        Assert.Contains(Script, reader.Page.QuerySelectorAll("#mau ~ figure img").Select(picture => picture.GetAttribute("alt")));
        Assert.Empty(reader.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_a_sentence_and_nothing_is_kept()
    {
        var before = await CountAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync(Desk);

        await officer.UploadAsync(Form, "Input.File", new byte[11 * 1024 * 1024], "mau.jpg", "image/jpeg", ("Input.Alt", "Quá lớn"));

        Assert.Contains(officer.Status, new[] { 413, 422 });
        Assert.Contains("10 MB", officer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Whoever_saves_second_sees_both_descriptions_and_loses_neither()
    {
        var slow = await house.OfficerAsync();
        var sample = await AddedAsync(slow, "Mô tả gốc");
        await slow.OpenAsync($"{Desk}/{sample}");
        var quick = await (await house.OfficerAsync()).OpenAsync($"{Desk}/{sample}");
        await quick.SubmitAsync(Form, ("Input.Alt", "Mô tả của người trước"));

        await slow.SubmitAsync(Form, ("Input.Alt", "Mô tả của người sau"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Mô tả của người trước", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Mô tả của người sau", slow.Page.QuerySelector("[name='Input.Alt']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_sample_that_was_taken_away_is_gone_for_whoever_presses_again()
    {
        var officer = await house.OfficerAsync();
        var sample = await AddedAsync(officer, "Bấm hai lần");
        await officer.OpenAsync($"{Desk}/{sample}/bo");
        var token = officer.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(302, (await officer.PostAsync($"{Desk}/{sample}/bo", ("__RequestVerificationToken", token))).Status);
        Assert.Equal(404, (await officer.PostAsync($"{Desk}/{sample}/bo", ("__RequestVerificationToken", token))).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Desk}/{sample}")).Status);
    }

    private async Task<Guid> AddedAsync(Visitor officer, string alt)
    {
        await officer.OpenAsync(Desk);
        await officer.UploadAsync(Form, "Input.File", Files.Samples.Photograph(), "mau.jpg", "image/jpeg", ("Input.Alt", alt));
        Assert.Equal(302, officer.Status);
        return await house.InDbAsync(async db => (await db.Set<CertificationMark>().AsNoTracking().SingleAsync()).Samples.Last(sample => sample.Alt == alt).Id);
    }

    private Task<int> CountAsync() => house.InDbAsync(async db => (await db.Set<CertificationMark>().AsNoTracking().SingleAsync()).Samples.Count);
}
