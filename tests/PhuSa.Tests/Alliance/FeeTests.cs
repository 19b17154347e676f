using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Membership fees: schedules, dues computed from terms, receipts with their numbers.</summary>
public sealed class FeeTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Fees = "/quan-tri/lien-minh/hoi-phi";

    [Fact]
    public void Without_a_schedule_nobody_says_what_is_owed_and_without_a_rate_either()
    {
        var history = Member(("Official", new(2025, 3, 10)));

        Assert.Equal(new Due(2026, null, Due.NoSchedule), Dues.Of(history, OrganisationKind.Cooperative, 2026, []));
        Assert.Equal(new Due(2026, null, Due.NoRate), Dues.Of(history, OrganisationKind.Cooperative, 2026, [Schedule(2026, PartYear.WholeYear, ("Associate", null, 100))]));
        Assert.Null(Dues.Of(history, OrganisationKind.Cooperative, 2024, []));
    }

    [Theory]
    [InlineData(PartYear.WholeYear, 2025, 1_200_000)]
    [InlineData(PartYear.ByMonths, 2025, 1_000_000)]
    [InlineData(PartYear.ByMonths, 2026, 1_200_000)]
    public void A_part_of_a_year_is_owed_as_the_schedule_says(object rule, int year, long owed) =>
        Assert.Equal(owed, Dues.Of(Member(("Official", new(2025, 3, 10))), OrganisationKind.Cooperative, year, [Schedule(2020, (PartYear)rule, ("Official", null, 1_200_000))])!.Amount);

    [Fact]
    public void The_version_in_force_and_the_line_that_names_the_kind_decide()
    {
        var history = Member(("Official", new(2020, 1, 1)));
        FeeSchedule[] schedules = [Schedule(2020, PartYear.WholeYear, ("Official", null, 500), ("Official", OrganisationKind.PeoplesCreditFund, 900)), Schedule(2024, PartYear.WholeYear, ("Official", null, 700))];

        Assert.Equal([500, 500, 700, 700], new[] { 2020, 2023, 2024, 2026 }.Select(year => Dues.Of(history, OrganisationKind.Cooperative, year, schedules)!.Amount!.Value));
        Assert.Equal(900, Dues.Of(history, OrganisationKind.PeoplesCreditFund, 2023, schedules)!.Amount);
    }

    [Fact]
    public void By_months_a_move_between_classes_never_costs_more_than_the_dearer_year_nor_less_than_the_cheaper() =>
        Gen.Select(Gen.Int[0, 364], Gen.Long[0, 100_000_000], Gen.Long[0, 100_000_000]).Sample(
            (day, one, other) =>
            {
                var history = Member(("New", new DateOnly(2024, 1, 1)), ("Official", new DateOnly(2025, 1, 1).AddDays(day)));
                var due = Dues.Of(history, OrganisationKind.Cooperative, 2025, [Schedule(2020, PartYear.ByMonths, ("New", null, one), ("Official", null, other))])!.Amount!.Value;

                Assert.InRange(due, Math.Min(one, other) - 1, Math.Max(one, other));
            },
            iter: 300);

    [Fact]
    public void Sums_balance_to_the_last_dong() =>
        Gen.Select(Gen.Long[0, 5_000_000_000], Gen.Long[0, 5_000_000_000]).List[0, 200].Sample(
            rows =>
            {
                var lines = rows.Select(row => new FeeLineOfYear(new OrganisationRow(), new Due(2026, row.Item1, null), row.Item2)).ToList();
                var sums = FeeSums.Of(lines);

                Assert.Equal(sums.Owed, sums.Paid + sums.Arrears - sums.Overpaid);
                Assert.Equal(lines.Where(line => line.Open > 0).Sum(line => line.Open), sums.Arrears);
                Assert.Equal(-lines.Where(line => line.Open < 0).Sum(line => line.Open), sums.Overpaid);
            },
            iter: 300);

    [Fact]
    public void One_amount_that_is_not_known_makes_the_sum_unknown_and_not_smaller()
    {
        var sums = FeeSums.Of([new(new OrganisationRow(), new Due(2026, 100, null), 40), new(new OrganisationRow(), new Due(2026, null, Due.NoRate), 10)]);

        Assert.Equal(new FeeSums(null, 50, null, null), sums);
    }

    [Fact]
    public void What_one_member_overpaid_settles_no_arrears_of_another() => Assert.Equal(
        new FeeSums(Owed: 300, Paid: 350, Arrears: 100, Overpaid: 150),
        FeeSums.Of([new(new OrganisationRow(), new Due(2026, 100, null), 0), new(new OrganisationRow(), new Due(2026, 100, null), 250), new(new OrganisationRow(), new Due(2026, 100, null), 100)]));

    [Fact]
    public async Task A_schedule_is_entered_dues_follow_and_a_receipt_settles_them()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2021-01-10");
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Fees}?nam=2021");
        Assert.Contains("Chưa có biểu hội phí cho năm này", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Fees}/bieu/moi");
        await officer.SubmitAsync(Form, ("Input.FirstYear", "2022"), ("Input.Source", ""), ("Input.Amounts[0]", "1.000.000,5"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Số tiền: “1.000.000,5” không đúng", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Source", "Nghị quyết 01/NQ-LMHTX"), ("Input.Amounts[0]", "2.000.000"));
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{Fees}?nam=2022&con-no=1");
        Assert.Contains(organisation.Name, officer.Text, StringComparison.Ordinal);
        Assert.Contains("2.000.000", officer.Text, StringComparison.Ordinal);

        await PayAsync(officer, organisation.Code, 2022, "2.000.000");
        await officer.FollowAsync();
        Assert.Contains("Hai triệu đồng", officer.Text, StringComparison.Ordinal);
        var receipt = officer.Path;
        Assert.DoesNotContain(organisation.Name, (await officer.OpenAsync($"{Fees}?nam=2022&con-no=1")).Text, StringComparison.Ordinal);

        await StepAsync(officer, receipt, "huy", "Ghi nhầm đơn vị");
        Assert.Contains("Ghi nhầm đơn vị", (await officer.OpenAsync(receipt)).Text, StringComparison.Ordinal);
        Assert.Contains(organisation.Name, (await officer.OpenAsync($"{Fees}?nam=2022&con-no=1")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{receipt}/huy")).Status);
        Assert.Contains("phải nộp 2.000.000 đồng", (await officer.OpenAsync($"{Members}/{organisation.Code}")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Fees)).Status);
    }

    [Fact]
    public async Task Parallel_receipts_get_each_number_once_and_none_is_left_out()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2021-01-10");
        var officers = new List<Visitor>();
        for (var i = 0; i < 16; i++)
        {
            officers.Add(await (await house.OfficerAsync()).OpenAsync($"{Fees}/phieu-thu/moi?to-chuc={organisation.Code}&nam=2023"));
        }

        await Task.WhenAll(officers.Select((officer, i) => officer.SubmitAsync(Form, ("Input.Amount", (1000 + i).ToString(CultureInfo.InvariantCulture)), ("Input.Payer", "Thủ quỹ"), ("Input.Method", "Cash"), ("Input.PaidOn", "2024-02-01"))));

        Assert.All(officers, officer => Assert.True(officer.Status == 302, officer.Text));
        var numbers = await house.InDbAsync(db => db.Set<FeeReceipt>().Where(r => r.BookYear == 2024).Select(r => r.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 16), numbers.Order());
    }

    [Fact]
    public async Task A_receipt_names_a_member_an_amount_and_a_payer()
    {
        var stranger = await house.OrganisationAsync();
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Fees}/phieu-thu/moi?to-chuc={stranger.Code}");
        await officer.SubmitAsync(Form, ("Input.Amount", "-5"), ("Input.PaidOn", "2027-01-01"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Không có đúng một thành viên", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày nộp không thể sau hôm nay", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Amount", "0"));
        Assert.Contains("Nhập số tiền lớn hơn 0", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_whose_rows_changed_while_it_was_being_filled_in_comes_back_with_each_amount_in_its_row()
    {
        var (slow, other) = (await house.OfficerAsync(), await house.OfficerAsync());
        await slow.OpenAsync($"{Fees}/bieu/moi");
        await other.OpenAsync("/quan-tri/lien-minh/loai-thanh-vien/moi");
        await other.SubmitAsync(Form, ("Input.Name", "thành viên có biểu riêng"));
        Assert.Equal(302, other.Status);

        await slow.SubmitAsync(Form, ("Input.FirstYear", "2040"), ("Input.Source", "Nghị quyết"), ("Input.Amounts[1]", "500"));

        Assert.Equal(409, slow.Status);
        Assert.False(await house.InDbAsync(db => db.Set<FeeSchedule>().AnyAsync(s => s.FirstYear == 2040)));
        Assert.Equal("500", slow.Page.QuerySelector("[name='Input.Amounts[1]']")!.GetAttribute("value"));
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        Assert.Equal(500, await house.InDbAsync(async db => (await db.Set<FeeSchedule>().AsSplitQuery().SingleAsync(s => s.FirstYear == 2040)).Rates.Single().Amount));
    }

    [Fact]
    public async Task Money_stays_in_its_year_although_the_admission_was_voided()
    {
        var organisation = await house.OrganisationAsync();
        var decision = await house.AdmitAsync(organisation, "2018-01-10");
        var officer = await house.OfficerAsync();
        await PayAsync(officer, organisation.Code, 2018, "300.000");
        await house.VoidAsync(decision);

        await officer.OpenAsync($"{Fees}?nam=2018");

        Assert.Contains("300.000", officer.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(organisation.Name, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("300.000", officer.Page.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã nộp 300.000 đồng", (await officer.OpenAsync($"{Members}/{organisation.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fees_are_taken_up_to_next_year_and_years_to_come_owe_nothing_by_themselves()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2021-01-10");
        var year = house.App.Clock.GetUtcNow().Year;
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Fees}/phieu-thu/moi?to-chuc={organisation.Code}");
        await officer.SubmitAsync(Form, ("Input.FeeYear", $"{year + 2}"), ("Input.Amount", "1000"), ("Input.Payer", "Thủ quỹ"), ("Input.Method", "Cash"), ("Input.PaidOn", "2026-05-01"));
        Assert.Equal(422, officer.Status);
        Assert.Contains($"Chỉ thu hội phí đến hết năm {year + 1}", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.FeeYear", $"{year + 1}"));
        Assert.Equal(302, officer.Status);

        // As an older version took it.
        await house.InDbAsync(db =>
        {
            db.Add(new FeeReceipt(NewId(), 9000, new ReceiptSheet(organisation.Id, year + 5, 1000, new(2026, 5, 1), "Thủ quỹ", PaymentMethod.Cash), By, house.App.Clock.GetUtcNow().UtcDateTime));
            return db.SaveChangesAsync();
        });
        await officer.OpenAsync($"{Members}/{organisation.Code}");
        var years = officer.Page.QuerySelectorAll("section[aria-labelledby=hp] li a").Select(a => int.Parse(a.TextContent, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([year + 5, year + 1, year], years.Take(3));
    }

    [Fact]
    public async Task Half_a_name_takes_no_money_and_those_that_may_be_meant_are_offered()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2021-01-10");
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Fees}/phieu-thu/moi");
        await officer.SubmitAsync(Form, ("Input.Organisation", organisation.Name["Tổ ".Length..]), ("Input.Amount", "1000"), ("Input.Payer", "Thủ quỹ"), ("Input.Method", "Cash"), ("Input.PaidOn", "2026-05-01"));

        Assert.Equal(422, officer.Status);
        Assert.Contains($"{organisation.Name} ({organisation.Code})", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Organisation", organisation.Name.ToUpperInvariant()));
        Assert.True(officer.Status == 302, officer.Text);
    }

    private static async Task PayAsync(Visitor officer, string organisation, int year, string amount)
    {
        await officer.OpenAsync($"{Fees}/phieu-thu/moi?to-chuc={organisation}&nam={year}");
        await officer.SubmitAsync(Form, ("Input.Amount", amount), ("Input.Payer", "Thủ quỹ"), ("Input.Method", "Transfer"), ("Input.PaidOn", "2026-05-01"));
        Assert.True(officer.Status == 302, officer.Text);
    }

    private static MembershipHistory Member(params (string Class, DateOnly On)[] joined) =>
        MembershipHistory.Of(joined.Select(j => new Joining(NewId(), NewId(), j.Class, RecordTime.Day(j.On), RecordTime.Unknown)), []);

    private static FeeSchedule Schedule(int firstYear, PartYear rule, params (string Class, OrganisationKind? Kind, long Amount)[] rates)
    {
        var schedule = new FeeSchedule(NewId(), firstYear);
        schedule.Set(rule, "Nghị quyết", [.. rates.Select(rate => new FeeLine(rate.Class, rate.Kind, rate.Amount))]);
        return schedule;
    }

    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
}
