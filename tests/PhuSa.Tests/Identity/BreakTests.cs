using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host.Startup;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Office.Messages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Notices;
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
    public async Task The_note_of_an_export_does_not_keep_the_words_somebody_looked_for()
    {
        var auditor = await app.PersonAsync(Role.Auditor);
        await (await app.SignedInAsync(auditor)).OpenAsync("/quan-tri/nhat-ky/tai-ve/csv?tim=Tran+Thi+Kin&loai=papers");

        var note = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().SingleAsync(e => e.PersonId == auditor.Id && e.Action == "Export"));

        Assert.DoesNotContain("Kin", note.Changes, StringComparison.Ordinal);
        Assert.Contains("loai=papers", note.Changes, StringComparison.Ordinal);
        Assert.Contains("tim=", note.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_that_share_a_database_open_it_one_after_the_other()
    {
        var locks = app.Services.GetRequiredService<IRunLocks>();
        await using (await DatabaseOpening.OnlyOneAsync(app.Services, CancellationToken.None))
        {
            Assert.Null(await locks.TryTakeAsync(DatabaseOpening.Work, CancellationToken.None));
        }

        await using var free = await locks.TryTakeAsync(DatabaseOpening.Work, CancellationToken.None);
        Assert.NotNull(free);
    }

    [Theory]
    [InlineData("+84912777003")]
    [InlineData(null)]
    public async Task A_wrong_code_is_looked_at_and_noted_whether_or_not_somebody_has_the_number(string? phone)
    {
        if (phone is not null)
        {
            await app.PersonAsync(Role.CooperativeDirector, phone: phone);
        }

        var visitor = await app.Visit().OpenAsync("/dang-nhap/ma");
        var (looked, noted) = (app.Looked.Count, await NotedAsync());
        await visitor.SubmitAsync("main form", ("Input.Phone", phone ?? "0912 777 004"), ("Input.Code", "AAAA-AAAA"), ("Input.Remember", "false"));

        Assert.Equal((422, looked + 1, noted + 1), (visitor.Status, app.Looked.Count, await NotedAsync()));
    }

    [Fact]
    public async Task What_a_waiting_message_says_goes_with_the_person()
    {
        var person = await app.PersonAsync(Role.CooperativeDirector);
        await app.InScopeAsync(async services =>
        {
            var by = new Actor("Kiểm thử");
            services.GetRequiredService<Acting>().As(by);
            var db = services.GetRequiredService<AppDbContext>();
            db.Add(new OfficeMessage(Guid.CreateVersion7(), "mail", person.Id, new OutgoingMessage(person.Email, "Nhắc việc", $"Kính gửi {person.Name}"), until: null, app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Erasure>().EraseAsync(person.Id, by, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });

        var message = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().AsNoTracking().SingleAsync(m => m.PersonId == person.Id));

        Assert.Equal(("", "", ""), (message.To, message.Subject, message.Text));
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

    private Task<int> NotedAsync() => app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().CountAsync(e => e.Action == "SignInFailed"));
}
