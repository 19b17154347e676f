using PhuSa.Platform.Rights;
using PhuSa.Portal.Revisions;
using PhuSa.Tests.Portal.Kinds;
using PhuSa.Tests.Portal.OldPortal;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal;

/// <summary>An import that changes a published text tells readers so, as an edit in the office does.</summary>
public sealed class ImportedChangeTests : IAsyncLifetime
{
    private const string Slug = "cac-buoi-ket-noi-cung-cau";
    private const string Heading = "Thay đổi sau khi đăng";

    private readonly Newsroom _room = new();

    public ValueTask InitializeAsync() => _room.InitializeAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_table_that_changes_a_published_text_says_when_and_from_where()
    {
        var before = await _room.ArticleOfAsync(Slug);
        Assert.Empty(await _room.RevisionsAsync(before.Id));
        Assert.DoesNotContain(Heading, (await _room.App.Visit().OpenAsync($"/bai-viet/{Slug}")).Text, StringComparison.Ordinal);

        await ImportAsync("articles", "Kết nối cung cầu về", "Gặp gỡ cung cầu về");

        var article = await _room.ArticleOfAsync(Slug);
        var revision = Assert.Single(await _room.RevisionsAsync(article.Id));
        Assert.Equal((RevisionStatus.Published, before.LiveVersion, article.LiveVersion, false), (revision.Status, revision.BaseVersion, revision.PublishedVersion, revision.Minor));
        Assert.Equal(("Record", "Published", "Nhập dữ liệu"), (revision.Steps[0].Action, revision.Steps[0].To, revision.Steps[0].By));
        Assert.Null(article.OpenRevisionId);
        var reader = await _room.App.Visit().OpenAsync($"/bai-viet/{Slug}");
        Assert.Contains($"{Heading} 01/07/2026: Cập nhật theo dữ liệu nhập từ bảng của cơ quan.", reader.Text, StringComparison.Ordinal);
        var office = await (await _room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/bai-viet/{article.Id}");
        Assert.Contains("Đổi bằng nhập dữ liệu", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_alone_is_a_minor_change_that_is_noted_and_not_told()
    {
        await ImportAsync("articles", "published,2020-07-13", "published,2020-07-14");

        var article = await _room.ArticleOfAsync("hoi-nghi-so-ket-6-thang-2020");
        var revision = Assert.Single(await _room.RevisionsAsync(article.Id));
        Assert.Equal((true, null), (revision.Minor, revision.ChangeNote));
        Assert.DoesNotContain(Heading, (await _room.App.Visit().OpenAsync(article.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_whose_day_nobody_knows_has_none_after_a_correction_either()
    {
        var before = await _room.ArticleOfAsync(Slug);
        Assert.Null(before.PublishedOn);
        var writer = await _room.SignedInAsync(Role.DepartmentOfficer);
        await _room.DoneAsync(writer, before.Id, "sua", ("Input.Body", before.Body + "<p>Sửa dấu.</p>"), ("Input.Minor", "true"));
        await _room.PublishAsync(writer, before.Id, ("Input.Minor", "true"));

        var after = await _room.ArticleOfAsync(Slug);
        Assert.Equal((2, null), (after.LiveVersion, after.PublishedOn));
    }

    [Fact]
    public async Task A_table_that_takes_a_text_away_or_says_the_same_tells_nothing()
    {
        await ImportAsync("articles", $"{Slug},khcn.hoat-dong-khoa-hoc-cong-nghe,published", $"{Slug},khcn.hoat-dong-khoa-hoc-cong-nghe,withdrawn");

        foreach (var slug in new[] { Slug, "hoi-nghi-so-ket-6-thang-2020" })
        {
            Assert.Empty(await _room.RevisionsAsync((await _room.ArticleOfAsync(slug)).Id));
        }
    }

    [Fact]
    public async Task An_old_portal_that_is_brought_again_names_the_old_address()
    {
        using var mirror = new OldMirror().Page("cu.example.vn/tin/lai.html", "Bài nhập lại", "<p>Một.</p>");
        await _room.ImportOldAsync(mirror);
        Assert.Empty(await _room.RevisionsAsync((await _room.ArticleOfAsync("bai-nhap-lai")).Id));

        mirror.Page("cu.example.vn/tin/lai.html", "Bài nhập lại", "<p>Hai.</p>");
        Assert.Equal(1, (await _room.ImportOldAsync(mirror)).Changed);

        var revision = Assert.Single(await _room.RevisionsAsync((await _room.ArticleOfAsync("bai-nhap-lai")).Id));
        Assert.StartsWith("Cập nhật theo dữ liệu nhập từ ", revision.ChangeNote, StringComparison.Ordinal);
        Assert.Contains("/tin/lai.html", revision.ChangeNote, StringComparison.Ordinal);
        Assert.DoesNotContain(mirror.Folder, revision.ChangeNote, StringComparison.Ordinal);
        Assert.Contains(revision.ChangeNote!, (await _room.App.Visit().OpenAsync("/bai-viet/bai-nhap-lai")).Text, StringComparison.Ordinal);
        mirror.Page("cu.example.vn/tin/lai.html", "Bài nhập lại", "<p>Ba.</p>");
        Assert.Equal(1, (await _room.ImportOldAsync(mirror)).Changed);
    }

    private async Task ImportAsync(string table, string from, string to)
    {
        using var changed = new PortalFolder().Replace(table, from, to);
        Assert.Empty((await _room.App.ImportAsync(changed.Folder)).Errors);
    }
}
