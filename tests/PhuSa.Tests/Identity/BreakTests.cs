using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>Ways around the rules that were once open.</summary>
public sealed class BreakTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    [Theory]
    [InlineData("/quan-tri/nhat-ky?loai=%00")]
    [InlineData("/quan-tri/nhat-ky?viec=a%00b")]
    [InlineData("/quan-tri/nguoi-dung/moi?to-chuc=%00")]
    public async Task A_NUL_in_an_address_is_a_bad_request(string address) =>
        Assert.Equal(400, (await (await app.SignedInAsync(Role.Administrator)).OpenAsync(address)).Status);

    [Fact]
    public async Task A_NUL_in_a_form_sent_in_parts_is_a_bad_request()
    {
        var visitor = await app.Visit().OpenAsync("/dang-nhap");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("Input.Login", "a\0@kiem-thu.vn"), ("Input.Password", "x"), ("__RequestVerificationToken", visitor.Page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value")!) })
        {
            content.Add(new StringContent(value), name);
        }

        var answer = await visitor.Http.PostAsync(new Uri("/dang-nhap", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_on_paper_cannot_be_older_than_the_calendar_of_working_days()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var office = await (await app.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/yeu-cau-du-lieu/moi");

        await office.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Kind", nameof(DataRequestKind.Deletion)), ("Input.FiledOn", "0001-01-01"));

        Assert.Equal(422, office.Status);
        Assert.Contains("không được trước hôm nay quá 5 năm", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_sealed_is_sealed_in_the_journal_like_any_other()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var name = $"§1.{Guid.Empty:N}.";
        var visitor = await (await app.SignedInAsync(person)).OpenAsync("/tai-khoan/ten");
        await visitor.SubmitAsync("main form", ("Input.Name", name));
        await (await visitor.OpenAsync("/tai-khoan/phien")).PostAsync("/dang-nhap/ra", ("__RequestVerificationToken", visitor.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Equal(302, visitor.Status);

        var entry = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().SingleAsync(e => e.PersonId == person.Id && e.Action == "SignOut"));

        Assert.Equal(person.Id, SealedText.Person(entry.By));
        Assert.Equal(name, await app.InScopeAsync(async services => (await services.GetRequiredService<JournalReading>().ReadAsync([entry], CancellationToken.None))[0].By));
    }

    [Fact]
    public async Task A_code_printed_before_a_role_that_asks_for_two_steps_was_given_opens_nothing()
    {
        const string Phone = "0912 777 001";
        var person = await app.PersonAsync(Role.CooperativeDirector, phone: "+84912777001");
        var by = new Actor("Cán bộ");
        var code = await app.InScopeAsync(services => services.GetRequiredService<OneTimeCodes>().IssueAsync(person.Id, OneTimeCodeUse.Printed, by, CancellationToken.None));
        await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(by);
            await services.GetRequiredService<AppointmentRegister>().AppointAsync(person.Id, organisationId: null, [Role.Administrator], CancellationToken.None);
            return 0;
        });

        var visitor = await (await app.Visit().OpenAsync("/dang-nhap/ma")).SubmitAsync("main form", ("Input.Phone", Phone), ("Input.Code", code), ("Input.Remember", "false"));

        Assert.Equal(422, visitor.Status);
    }

    [Fact]
    public async Task Of_two_last_administrators_erased_at_once_one_remains()
    {
        await using var house = await App.StartAsync(empty: true);
        var one = await house.PersonAsync(Role.Administrator);
        var other = await house.PersonAsync(Role.Administrator);
        var by = new Actor("Kiểm thử");
        async Task<bool> EraseAsync(Guid id)
        {
            try
            {
                return await house.InScopeAsync(async services =>
                {
                    services.GetRequiredService<Acting>().As(by);
                    var db = services.GetRequiredService<AppDbContext>();
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await services.GetRequiredService<Erasure>().EraseAsync(id, by, CancellationToken.None);
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                    return true;
                });
            }
            catch (RefusedException)
            {
                return false;
            }
        }

        var erased = await Task.WhenAll(Task.Run(() => EraseAsync(one.Id)), Task.Run(() => EraseAsync(other.Id)));

        Assert.Single(erased, done => done);
        await house.InDbAsync(async db => Assert.Equal(1, await db.Set<Person>().CountAsync(p => p.Status == PersonStatus.Active)));
    }
}
