using System.Net;
using System.Net.Http.Headers;
using ImageMagick;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Files.Images;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>Who reads a file, and how it is handed out.</summary>
public sealed class ServingTests(ServingTests.House house) : IClassFixture<ServingTests.House>
{
    private readonly App _app = house.App;
    private readonly TestPerson _own = house.Own;
    private readonly FileOwner _papers = new(OwnPapersGuard.Own, house.Own.OrganisationId!.Value);

    [Fact]
    public async Task Only_those_whom_the_record_lets_read_its_files_and_everybody_else_finds_nothing()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "hồ sơ.pdf", _papers);

        Assert.Equal(200, await StatusAsync(await _app.SignedInAsync(_own), file.Url));
        Assert.Equal(200, await StatusAsync(await _app.SignedInAsync(Role.DepartmentOfficer), file.Url));
        foreach (var stranger in (Visitor[])[_app.Visit(), await _app.SignedInAsync(Role.CooperativeDirector, "htx-khac"), await _app.SignedInAsync(Role.Administrator), await _app.SignedInAsync(Role.AllianceOfficer)])
        {
            Assert.Equal(404, await StatusAsync(stranger, file.Url));
            Assert.Equal(404, await StatusAsync(stranger, file.Url + "/320.webp"));
            Assert.Equal(404, await StatusAsync(stranger, $"/tep/{Guid.CreateVersion7()}/ho-so.pdf"));
            Assert.Equal(404, await StatusAsync(stranger, file.Url + "?ma=doan-mo"));
        }
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_theirs_look_the_same()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);
        var theirs = await _app.Visit().OpenAsync($"/tep/{file.Id}/a.pdf");
        var unknown = Guid.CreateVersion7();
        var nothing = await _app.Visit().OpenAsync($"/tep/{unknown}/a.pdf");

        Assert.Equal((404, nothing.Text.Replace(unknown.ToString(), "", StringComparison.Ordinal)), (theirs.Status, theirs.Text.Replace(file.Id.ToString(), "", StringComparison.Ordinal)));
        Assert.Equal(nothing.Response.Headers.Select(h => h.Key), theirs.Response.Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task A_kind_of_record_without_a_guard_is_read_by_nobody()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", new FileOwner("khong-ai-giu", Guid.CreateVersion7()));

        Assert.Equal(404, await StatusAsync(await _app.SignedInAsync(Role.DepartmentOfficer), file.Url));
    }

    [Theory]
    [InlineData("pdf", "inline", "application/pdf")]
    [InlineData("jpg", "inline", "image/jpeg")]
    [InlineData("docx", "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("txt", "attachment", "text/plain")]
    public async Task A_file_never_runs_in_the_product_s_name(string extension, string disposition, string mediaType)
    {
        var file = await _app.TakeInAsync(extension switch { "pdf" => Samples.Pdf(), "jpg" => Samples.Photograph(), "docx" => Samples.Word(), _ => Samples.Utf8("Xin chào\n") }, $"tệp \"lạ\".{extension}", _papers);

        var answer = await (await _app.SignedInAsync(_own)).Http.GetAsync(new Uri(file.Url, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal((disposition, mediaType), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal($"tệp _lạ_.{extension}", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.True(answer.Headers.CacheControl!.Private && answer.Headers.CacheControl.NoCache);
        Assert.Empty(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
    }

    [Fact]
    public async Task A_part_of_a_file_is_handed_out_and_what_is_known_is_not_sent_again()
    {
        var file = await _app.TakeInAsync(Samples.Utf8("0123456789\n"), "a.txt", _papers);
        var http = (await _app.SignedInAsync(_own)).Http;

        using var part = new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { Range = new RangeHeaderValue(2, 5) } };
        var answer = await http.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "2345"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));

        using var again = new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);

        // Nobody learns by a tag what they may not see.
        using var stranger = new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visit().Http.SendAsync(stranger)).StatusCode);
    }

    [Fact]
    public async Task A_public_file_is_for_everybody_and_may_be_kept()
    {
        var file = await _app.TakeInAsync(Samples.Picture(MagickFormat.Png), "a.png", new FileOwner(PublicPapersGuard.Open, Guid.CreateVersion7()));

        var answer = await _app.Visit().Http.GetAsync(new Uri(file.Url, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.DoesNotContain(await _app.JournalAsync(file.Id), e => e.Action == "Read");
    }

    [Fact]
    public async Task Reading_is_noted_once_however_many_pieces_it_comes_in()
    {
        var file = await _app.TakeInAsync(Samples.Utf8("0123456789\n"), "a.txt", _papers);
        var person = await _app.SignedInAsync(_own);
        for (var from = 0; from < 5; from++)
        {
            using var part = new HttpRequestMessage(HttpMethod.Get, file.Url) { Headers = { Range = new RangeHeaderValue(from, from) } };
            await person.Http.SendAsync(part);
        }

        await _app.Visit().OpenAsync(file.Url);
        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        await person.Http.GetAsync(new Uri(file.Url, UriKind.Relative));

        var readings = (await _app.JournalAsync(file.Id)).Where(e => e.Action == "Read").ToList();
        Assert.Equal(2, readings.Count);
        Assert.All(readings, e => Assert.Equal((_own.Id, _own.OrganisationId), (e.PersonId, e.OrganisationId)));
        Assert.All(readings, e => Assert.DoesNotContain(_own.Name, e.By, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_opens_its_file_until_it_expires_and_each_opening_is_noted()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);
        var link = await _app.AsOfficerAsync(files => files.LinkAsync(file, TimeSpan.FromHours(2), CancellationToken.None));

        Assert.Equal(200, await StatusAsync(_app.Visit(), link));
        Assert.Equal(["Create", "Link", "Read"], (await _app.JournalAsync(file.Id)).Select(e => e.Action).Order(StringComparer.Ordinal));

        _app.Clock.Advance(TimeSpan.FromHours(2));
        var late = await _app.Visit().OpenAsync(link);
        Assert.Equal(404, late.Status);
        Assert.Contains("xin người gửi một liên kết mới", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_link_or_one_of_another_file_opens_nothing()
    {
        var one = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);
        var other = await _app.TakeInAsync(Samples.Word(), "b.docx", _papers);
        var link = await _app.AsOfficerAsync(files => files.LinkAsync(one, TimeSpan.FromHours(2), CancellationToken.None));
        var seal = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var altered = seal[..20] + (seal[20] == 'A' ? 'B' : 'A') + seal[21..];
        foreach (var wrong in (string[])[$"{other.Url}?ma={seal}", $"{one.Url}?ma={altered}", $"{one.Url}?ma=", $"{one.Url}?ma={seal}x", $"/tep/{Guid.CreateVersion7()}/a.pdf?ma={seal}"])
        {
            Assert.Equal(404, await StatusAsync(_app.Visit(), wrong));
        }

        Assert.Equal(400, await StatusAsync(_app.Visit(), $"{one.Url}?ma=%00"));
    }

    [Fact]
    public async Task A_link_to_a_removed_file_opens_nothing()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);
        var link = await _app.AsOfficerAsync(files => files.LinkAsync(file, TimeSpan.FromDays(30), CancellationToken.None));
        await _app.AsOfficerAsync(async files =>
        {
            await files.RemoveAsync(file.Id, "thử", CancellationToken.None);
            return 0;
        });

        Assert.Equal(404, await StatusAsync(_app.Visit(), link));
    }

    [Fact]
    public async Task A_link_lasts_thirty_days_at_most()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _app.AsOfficerAsync(files => files.LinkAsync(file, TimeSpan.FromDays(31), CancellationToken.None)));
    }

    [Theory]
    [InlineData("/tep")]
    [InlineData("/tep/")]
    [InlineData("/tep/..%2f..%2fphusa.db/a")]
    [InlineData("/tep/00000000-0000-0000-0000-000000000000/..%2f..%2f..%2fetc%2fpasswd")]
    public async Task No_path_leads_out_of_the_store(string path) => Assert.Equal(404, await StatusAsync(_app.Visit(), path));

    [Fact]
    public async Task The_pictures_of_a_record_are_read_at_once_and_those_of_no_other()
    {
        var owner = new FileOwner(OwnPapersGuard.Own, Guid.CreateVersion7());
        var (first, second) = (await _app.TakeInAsync(Samples.Photograph(520, 910), "a.jpg", owner), await _app.TakeInAsync(Samples.Photograph(410, 310), "b.jpg", owner));
        var (paper, theirs) = (await _app.TakeInAsync(Samples.Pdf(), "c.pdf", owner), await _app.TakeInAsync(Samples.Photograph(420, 320), "d.jpg", _papers));
        for (var runs = 0; await _app.RunAsync(VariantsJob.JobCode) is not null; runs++)
        {
            Assert.True(runs < 100, "The job never ends.");
        }

        var read = await _app.AsOfficerAsync(files => files.PicturesAsync(owner, [first.Id, second.Id, paper.Id, theirs.Id, Guid.CreateVersion7()], CancellationToken.None));

        Assert.Equal(new[] { first.Id, second.Id }.Order(), read.Keys.Order());
        foreach (var file in new[] { first, second })
        {
            var alone = (await _app.AsOfficerAsync(files => files.PictureAsync(file, CancellationToken.None)))!;
            var together = read[file.Id];
            Assert.Equal((alone.Url, alone.Width, alone.Height, alone.FallbackSrcset), (together.Url, together.Width, together.Height, together.FallbackSrcset));
            Assert.Equal(alone.Sources, together.Sources);
        }

        Assert.Empty(await _app.AsOfficerAsync(files => files.PicturesAsync(owner, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Kept_pages_are_let_go_once_the_sizes_of_a_picture_are_made()
    {
        await _app.TakeInAsync(Samples.Photograph(520, 880), "a.jpg", _papers);
        var stamp = await StampAsync();

        await _app.RunAsync(VariantsJob.JobCode);

        Assert.True(await StampAsync() > stamp, "Pages would show the picture in its whole size for another minute.");
    }

    [Fact]
    public async Task A_picture_is_served_in_every_size_that_its_markup_names()
    {
        var file = await _app.TakeInAsync(Samples.Photograph(500, 900), "a.jpg", _papers);
        Assert.Equal(PictureState.Waiting, file.Picture);
        var waiting = await _app.AsOfficerAsync(files => files.PictureAsync(file, CancellationToken.None));
        Assert.Equal((0, null), (waiting!.Sources.Count, waiting.FallbackSrcset));

        Assert.NotNull(await _app.RunAsync(VariantsJob.JobCode));
        for (var runs = 0; await _app.RunAsync(VariantsJob.JobCode) is not null; runs++)
        {
            Assert.True(runs < 100, "The job never ends.");
        }

        var picture = (await _app.AsOfficerAsync(files => files.PictureAsync(file, CancellationToken.None)))!;
        Assert.Equal((900, 500), (picture.Width, picture.Height));
        Assert.Equal(["image/avif", "image/webp"], picture.Sources.Select(s => s.MediaType));
        var http = (await _app.SignedInAsync(_own)).Http;
        foreach (var (type, srcset) in picture.Sources.Select(s => (s.MediaType, s.Srcset)).Append(("image/jpeg", picture.FallbackSrcset!)))
        {
            foreach (var candidate in srcset.Split(", "))
            {
                var answer = await http.GetAsync(new Uri(candidate.Split(' ')[0], UriKind.Relative));
                Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
                using var shown = new MagickImage(await answer.Content.ReadAsByteArrayAsync());
                Assert.Equal(candidate.Split(' ')[1], $"{shown.Width}w");
                Assert.Null(shown.GetExifProfile());
            }
        }
    }

    [Fact]
    public async Task Signing_in_is_asked_again_at_each_reading()
    {
        var file = await _app.TakeInAsync(Samples.Pdf(), "a.pdf", _papers);
        var person = await _app.SignedInAsync(Role.DepartmentOfficer);
        await person.OpenAsync("/quan-tri");
        await person.SubmitAsync("header form[method=post]");

        Assert.Equal(404, await StatusAsync(person, file.Url));
    }

    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        internal TestPerson Own { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await FilesApp.StartAsync();
            Own = await App.PersonAsync(Role.CooperativeDirector, "htx-cua-minh");
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private Task<long> StampAsync() => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<ContentStamp>().Select(stamp => stamp.Value).SingleAsync());

    private static async Task<int> StatusAsync(Visitor visitor, string path) => (int)(await visitor.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
}
