using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A cooperative says that something in its file is no longer so, without anything to put in its place.</summary>
public sealed class ClearedProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Own = "/htx-cua-toi";
    private const string Form = "main form[method=post]";

    private readonly App _app = house.App;

    [Fact]
    public async Task A_value_that_is_cleared_is_taken_out_of_the_file_once_an_officer_accepts_it()
    {
        await house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            c.Register(new Registration(null, "1600555001", [], RecordTime.Year(2015), "Phòng cũ", CooperativeSector.Agriculture, "Trồng lúa", c.Source));
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent("Trần Thị Mẫu", "0912345002", null, null, null, 10.5m, 105.1m));
            db.Add(contact);
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(50, null, null, 1_000_000, 900_000, null));
            db.Add(year);
            c.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        });
        foreach (var (part, fields) in new (string Part, string[] Fields)[] { ("lien-he", ["Phone"]), ("so-lieu", ["OfficialMembers", "Revenue"]), ("dang-ky", ["Founded", "Body"]) })
        {
            var director = await DirectorAsync("htx-an-binh", $"{Own}/{part}");
            await director.SubmitAsync(Form, [.. fields.Select(field => ($"Input.Values[{field}]", ""))]);
            Assert.Equal((part, 302), (part, director.Status));
            Assert.Contains("xoá, để trống", (await director.FollowAsync()).Text, StringComparison.Ordinal);
        }

        var before = await house.OfAsync("htx-an-binh");
        Assert.Equal(("Phòng cũ", RecordTime.Year(2015)), (before.RegistrationBody, before.Founded));
        await AcceptAsync("htx-an-binh");

        var kept = await house.OfAsync("htx-an-binh");
        Assert.Equal((null, RecordTime.Unknown, "1600555001", "Trồng lúa"), (kept.RegistrationBody, kept.Founded, kept.RegistrationNumber, kept.Field));
        Assert.Equal(PhuSa.Cooperatives.Sizes.SizeClass.NotEnoughData, kept.Size);
        var (contact, year) = await house.ReadAsync("htx-an-binh", async (db, c) => (await db.Set<CooperativeContact>().SingleAsync(k => k.Id == c.Id), await db.Set<CooperativeYear>().SingleAsync(y => y.CooperativeId == c.Id)));
        Assert.Equal((null, "Trần Thị Mẫu", 10.5m), (contact.Phone, contact.Person, contact.Latitude));
        Assert.Equal((null, 1_000_000L, null), (year.OfficialMembers, year.Capital, year.Revenue));
    }

    [Fact]
    public async Task What_the_person_did_not_see_they_do_not_take_away()
    {
        var director = await DirectorAsync("htx-binh-phuoc-xuan", $"{Own}/dang-ky");
        await house.ChangeAsync("htx-binh-phuoc-xuan", (_, c) => c.Sort(c.Sector, "Cán bộ vừa ghi"));

        await director.SubmitAsync(Form);

        Assert.Equal(409, director.Status);
        Assert.Contains("không có gì để gửi", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_and_a_status_end_by_another_one_and_are_not_cleared()
    {
        await house.ChangeAsync("htx-vinh-binh", (db, c) =>
        {
            c.Change(CooperativeAction.Activate, new StatusNews(null, "Công văn", null, []), new DateOnly(2026, 7, 1), RegistryHouse.By, App.Start.UtcDateTime);
            var member = new BoardMember(Guid.CreateVersion7(), c.Id);
            member.Describe(new BoardContent("Giám đốc đang ghi", BoardRole.Director, "0912345003", null, null));
            db.Add(member);
        });
        foreach (var (part, field) in new[] { ("giam-doc", "Input.Values[Director]"), ("dang-ky", "Input.Values[Status]") })
        {
            var director = await DirectorAsync("htx-vinh-binh", $"{Own}/{part}");
            await director.SubmitAsync(Form, (field, ""));
            Assert.Equal(422, director.Status);
            Assert.Contains("Mục này không xoá trống được", director.Text, StringComparison.Ordinal);
        }

        var phone = await DirectorAsync("htx-vinh-binh", $"{Own}/giam-doc");
        await phone.SubmitAsync(Form, ("Input.Values[DirectorPhone]", ""));
        Assert.Equal(302, phone.Status);
        await AcceptAsync("htx-vinh-binh");
        Assert.Equal([null], await house.ReadAsync("htx-vinh-binh", (db, c) => db.Set<BoardMember>().Where(m => m.CooperativeId == c.Id).Select(m => m.Phone).ToListAsync()));
    }

    [Fact]
    public async Task A_form_sent_again_is_one_proposal_and_with_other_values_it_is_another()
    {
        var director = await DirectorAsync("htx-cho-moi", $"{Own}/lien-he");
        var key = director.Page.QuerySelector("[name='Input.Key']")!.GetAttribute("value")!;
        foreach (var (phone, sent) in new[] { ("0912 345 011", 1), ("0912 345 011", 1), ("0912 345 012", 2) })
        {
            await director.OpenAsync($"{Own}/lien-he");
            director.Page.QuerySelector("[name='Input.Key']")!.SetAttribute("value", key);
            await director.SubmitAsync(Form, ("Input.Values[Phone]", phone));
            Assert.Equal(302, director.Status);
            Assert.Equal(sent, await house.ReadAsync("htx-cho-moi", (db, c) => db.Set<FileProposal>().CountAsync(p => p.CooperativeId == c.Id)));
        }
    }

    private async Task<Visitor> DirectorAsync(string code, string address) => await (await _app.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(address);

    private async Task AcceptAsync(string code)
    {
        foreach (var proposal in await house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.CooperativeId == c.Id).ToListAsync()))
        {
            var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
            await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
            Assert.Contains("xoá, để trống", officer.Text, StringComparison.Ordinal);
            await officer.SubmitAsync(Form, [.. proposal.Items.Select(item => ($"Input.Verdicts[{item.Id}]", "nhan"))]);
            Assert.Equal(302, officer.Status);
        }
    }
}
