using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A new director: the term before ends the day before theirs begins, and a table that tells no day loses no more than that cell.</summary>
public sealed class DirectorProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";
    private const string Own = "/htx-cua-toi/giam-doc";

    [Fact]
    public async Task An_accepted_director_begins_on_their_day_and_the_term_before_ends_the_day_before()
    {
        await DirectedAsync("htx-an-binh", new DateOnly(2020, 1, 1));
        var people = await house.DirectorAsync("htx-an-binh", Own);
        await people.SubmitAsync(Form, ("Input.Values[Director]", "Lê Văn Mới"), ("Input.Values[DirectorPhone]", ""), ("Input.Values[DirectorOn]", "2026-05-15"), ("Input.Values[DirectorSource]", "Nghị quyết số 3"));
        Assert.Equal(302, people.Status);
        var officer = await AnsweringAsync("htx-an-binh");
        Assert.Contains("Nghị quyết số 3", officer.Text, StringComparison.Ordinal);
        Assert.Contains("15/05/2026", officer.Text, StringComparison.Ordinal);
        foreach (var (accepted, sentence) in new[] { ("DirectorOn", "nhận thì phải nhận cả giám đốc mới"), ("Director", "thì phải trả lời luôn ngày nhận chức") })
        {
            await AnswerAsync(officer = await AnsweringAsync("htx-an-binh"), "htx-an-binh", accepted);
            Assert.Equal(409, officer.Status);
            Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        }

        await AnswerAsync(officer = await AnsweringAsync("htx-an-binh"), "htx-an-binh", "Director", "DirectorPhone", "DirectorOn", "DirectorSource");

        Assert.Equal(302, officer.Status);
        Assert.Equal(
            [("Trần Thị Trước", "0912345003", new DateOnly(2020, 1, 1), new DateOnly(2026, 5, 14)), ("Lê Văn Mới", null, new DateOnly(2026, 5, 15), null)],
            (await BoardAsync("htx-an-binh")).Select(member => (member.Name, member.Phone, member.From, member.To)));
        await house.App.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(entry => entry.Why == "Đổi giám đốc theo: Nghị quyết số 3")));
    }

    [Theory]
    [InlineData("Director", "Lê Văn Mới", "", "Nhập ngày giám đốc mới nhận chức", "DirectorOn")]
    [InlineData("Director", "Lê Văn Mới", "01/01/2020", "phải sau ngày đó", "DirectorOn")]
    [InlineData("Director", "Lê Văn Mới", "02/07/2026", "không sau hôm nay", "DirectorOn")]
    [InlineData("Director", "Trần Thị Trước", "01/05/2026", "Giám đốc chưa đổi", "Director")]
    public async Task A_change_without_its_day_or_a_day_without_a_change_is_told_beside_the_field(string field, string typed, string on, string sentence, string told)
    {
        await DirectedAsync("htx-vinh-binh", new DateOnly(2020, 1, 1));
        var people = await house.DirectorAsync("htx-vinh-binh", Own);

        await people.SubmitAsync(Form, ($"Input.Values[{field}]", typed), ("Input.Values[DirectorOn]", on));

        Assert.Equal(422, people.Status);
        Assert.Contains(sentence, people.ErrorFor($"Input.Values[{told}]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_with_another_director_loses_that_cell_and_not_the_row()
    {
        await DirectedAsync("htx-cho-moi", new DateOnly(2020, 1, 1));
        var officer = await house.App.LookedOverAsync("Mã,Ngành nghề,Giám đốc,SĐT giám đốc\nhtx-cho-moi,Trồng nấm rơm,Lê Văn Mới,0912 345 009\n");
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
        Assert.Contains("Dòng 2, cột “Giám đốc”: Hồ sơ đang ghi một giám đốc khác", officer.Text, StringComparison.Ordinal);

        await house.App.TakenInAsync(officer);

        Assert.Equal("0 1 0 0", IntakeHouse.Counts(officer));
        Assert.Contains("Hồ sơ đang ghi một giám đốc khác", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Trồng nấm rơm", (await house.OfAsync("htx-cho-moi")).Field);
        Assert.Equal([("Trần Thị Trước", "0912345003")], (await BoardAsync("htx-cho-moi")).Select(member => (member.Name, member.Phone)));
    }

    private Task<bool> DirectedAsync(string code, DateOnly from) => house.ChangeAsync(code, (db, c) =>
    {
        if (db.Set<BoardMember>().Any(m => m.CooperativeId == c.Id))
        {
            return;
        }

        var member = new BoardMember(Guid.CreateVersion7(), c.Id);
        member.Describe(new BoardContent("Trần Thị Trước", BoardRole.Director, "0912345003", from, To: null));
        db.Add(member);
    });

    private Task<List<BoardMember>> BoardAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<BoardMember>().AsNoTracking().Where(m => m.CooperativeId == c.Id).OrderBy(m => m.From).ToListAsync());

    private Task<FileProposal> ProposalAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));

    private async Task<Visitor> AnsweringAsync(string code) => await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{ProposalDesk.Address}/{(await ProposalAsync(code)).Id}");

    private async Task AnswerAsync(Visitor officer, string code, params string[] accepted)
    {
        var items = (await ProposalAsync(code)).Items.ToDictionary(item => item.Target.ToString(), item => item.Id);
        await officer.SubmitAsync(Form, [.. accepted.Select(target => ($"Input.Verdicts[{items[target]}]", "nhan"))]);
    }
}
