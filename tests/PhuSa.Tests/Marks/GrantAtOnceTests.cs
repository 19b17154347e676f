using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks.Applications;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 11: officers who give rights at the same moment.</summary>
public sealed class GrantAtOnceTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const int Rounds = 4;
    private const string Applications = "/quan-tri/nhan-hieu/don";

    [Fact]
    public async Task Point_11_of_two_officers_who_register_one_right_at_once_one_gives_it_and_the_other_is_told_and_keeps_what_was_typed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var holder = await house.HolderAsync();
            Visitor[] officers = [await house.OfficerAsync(), await house.OfficerAsync()];
            foreach (var officer in officers)
            {
                await officer.OpenAsync($"{Rights}/moi");
                Assert.Equal(200, officer.Status);
            }

            await Task.WhenAll(officers.Select(officer => officer.SubmitAsync(Form, ("Input.Holder", holder.Code), ("Input.Product", "Gạo thơm"), ("Input.GivenOn", "2026-06-15"), ("Input.Batch", "Đợt giữ lại"), ("Input.CertificateNumber", $"{Next()}/GCN"))));

            Assert.Single(officers, officer => officer.Status == 302);
            var told = Assert.Single(officers, officer => officer.Status is 409 or 422);
            Assert.Contains("đã có quyền", told.Text, StringComparison.Ordinal);
            Assert.Equal("Đợt giữ lại", told.Page.QuerySelector("[name='Input.Batch']")!.GetAttribute("value"));
            await AssertOneAsync(holder.Id);
        }
    }

    [Fact]
    public async Task Point_11_of_two_officers_who_grant_one_application_at_once_one_gives_the_right_and_the_other_is_told()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var application = await house.CheckedApplicationAsync();
            Visitor[] officers = [await house.OfficerAsync(), await house.OfficerAsync()];
            foreach (var officer in officers)
            {
                await officer.OpenAsync($"{Applications}/{application.Id}/trao-quyen");
                Assert.Equal(200, officer.Status);
            }

            await Task.WhenAll(officers.Select(officer => officer.SubmitAsync(Form, ("Input.CertificateNumber", $"{Next()}/GCN"))));

            Assert.Single(officers, officer => officer.Status == 302);
            var told = Assert.Single(officers, officer => officer.Status is 409 or 422);
            Assert.True(told.Text.Contains("Hồ sơ vừa được thay đổi", StringComparison.Ordinal) || told.Text.Contains("đã có quyền", StringComparison.Ordinal), told.Text);
            Assert.NotEmpty(told.Page.QuerySelector("[name='Input.CertificateNumber']")!.GetAttribute("value")!);
            var given = await AssertOneAsync(application.ApplicantId);
            var kept = await house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == application.Id));
            Assert.Equal((MarkApplicationStatus.Granted, given.Id, 1), (kept.Status, kept.GrantId!.Value, kept.Acts.Count(act => act.Action == ApplicationAction.Grant)));
        }
    }

    [Fact]
    public async Task Point_11_of_two_officers_who_grant_two_applications_with_one_decision_at_once_one_gives_both_and_the_other_none()
    {
        MarkApplication[] applications = [await house.CheckedApplicationAsync(), await house.CheckedApplicationAsync()];
        var number = await house.PaperAsync("2026-07-01");
        Visitor[] officers = [await house.OfficerAsync(), await house.OfficerAsync()];
        foreach (var officer in officers)
        {
            await officer.OpenAsync($"{Applications}/trao-nhieu");
            Assert.Equal(200, officer.Status);
        }

        await Task.WhenAll(officers.Select((officer, nth) => officer.SubmitAsync(Form, [.. applications.SelectMany(application => ApplicationPageTests.Chosen(officer, application, $"{Next()}/GCN")), ("Input.Number", number), ("Input.Batch", $"Đợt {nth}")])));

        Assert.Single(officers, officer => officer.Status == 302);
        var told = Assert.Single(officers, officer => officer.Status is 409 or 422);
        Assert.Contains("chưa trao quyền cho đơn nào", told.Text, StringComparison.Ordinal);
        var given = new List<MarkGrant>();
        foreach (var application in applications)
        {
            given.Add(await AssertOneAsync(application.ApplicantId));
            Assert.Equal(given[^1].Id, await house.InDbAsync(db => db.Set<MarkApplication>().Where(a => a.Id == application.Id).Select(a => a.GrantId!.Value).SingleAsync()));
        }

        Assert.Equal(given[0].Batch, given[1].Batch);
        Assert.Equal($"Đợt {Array.FindIndex(officers, officer => officer.Status == 302)}", given[0].Batch);
    }

    [Fact]
    public async Task Point_11_an_application_and_the_register_give_one_right_at_once_and_no_second()
    {
        var holder = await house.HolderAsync();
        var application = await house.CheckedApplicationAsync(holder);
        Visitor[] officers = [await house.OfficerAsync(), await house.OfficerAsync()];
        await officers[0].OpenAsync($"{Applications}/{application.Id}/trao-quyen");
        await officers[1].OpenAsync($"{Rights}/moi");

        await Task.WhenAll(officers[0].SubmitAsync(Form), officers[1].SubmitAsync(Form, ("Input.Holder", holder.Code), ("Input.Product", "XOÀI CÁT")));

        Assert.Single(officers, officer => officer.Status == 302);
        Assert.Contains("đã có quyền", Assert.Single(officers, officer => officer.Status is 409 or 422).Text, StringComparison.Ordinal);
        var given = await AssertOneAsync(holder.Id);
        var kept = await house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == application.Id));
        Assert.Equal(officers[0].Status == 302 ? (MarkApplicationStatus.Granted, given.Id) : (MarkApplicationStatus.Checked, (Guid?)null), (kept.Status, kept.GrantId));
    }

    [Fact]
    public async Task Point_11_of_thirty_two_who_give_rights_with_one_certificate_number_at_once_one_gets_it_and_of_the_others_nothing_is_written()
    {
        var number = $"{Next()}/GCN";
        var mark = await house.InDbAsync(db => db.Set<PhuSa.Marks.CertificationMarks.CertificationMark>().Select(m => m.Id).SingleAsync());
        var holders = new List<Organisation>();
        for (var i = 0; i < 32; i++)
        {
            holders.Add(await house.HolderAsync());
        }

        var asked = holders.ConvertAll(holder => (Right: Guid.CreateVersion7(), Holder: holder));
        var told = await Task.WhenAll(asked.Select(async one => (one.Right, one.Holder, Not: await GiveAsync(mark, one.Right, one.Holder, number))));

        var given = Assert.Single(told, one => one.Not is null);
        var others = told.Where(one => one.Not is not null).ToList();
        Assert.All(others, one => Assert.Equal(("Input.CertificateNumber", GrantDesk.CertificateTaken), (one.Not!.Field, one.Not.Sentence)));
        var ids = asked.Select(one => one.Right).ToArray();
        Assert.Equal([given.Right], await house.InDbAsync(db => db.Set<MarkGrant>().Where(g => ids.Contains(g.Id) || g.CertificateNumber == number).Select(g => g.Id).ToListAsync()));
        Assert.Equal([given.Right], (await house.App.JournalAsync()).Where(entry => ids.Contains(entry.RecordId)).Select(entry => entry.RecordId).Distinct());

        // The same form with a number of its own goes through.
        Assert.Null(await GiveAsync(mark, others[0].Right, others[0].Holder, $"{Next()}/GCN"));
        await AssertOneAsync(others[0].Holder.Id);
    }

    private Task<NotGiven?> GiveAsync(Guid mark, Guid right, Organisation holder, string certificate) => house.DeskAsync(async desk =>
    {
        var row = await desk.Organisations.Rows.SingleAsync(o => o.Id == holder.Id);
        var terms = new GrantTerms("Gạo thơm", RecordTime.Day(Day("2026-06-15")), Day("2029-06-14"), null, null, null);
        return await new GrantGiving(desk, new RevocationBans(desk.Db, new RegulationBook(desk.Db))).GiveAsync(new NewRight(right, await desk.MarkAsync(mark, CancellationToken.None), row, terms, new GrantDetails(null, null, null, certificate, null)), CancellationToken.None);
    });

    private async Task<MarkGrant> AssertOneAsync(Guid holder)
    {
        var given = await house.InDbAsync(db => db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.HolderId == holder).ToListAsync());
        var one = Assert.Single(given);
        Assert.Single(one.Steps);
        return one;
    }
}
