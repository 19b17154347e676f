using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.OwnData;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>What the house holds on a person is shown to them, all of it.</summary>
public sealed class OwnDataTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    /// <summary>Columns that are not given out, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotGiven = new(StringComparer.Ordinal)
    {
        ["identity_people.password_hash"] = "secret",
        ["identity_people.security_stamp"] = "secret",
        ["identity_people.concurrency_stamp"] = "secret",
        ["identity_tokens.value"] = "secret: the key of the second factor, recovery codes",
        ["identity_people.last_code_step"] = "secret: the last step of the authenticator app",
        ["identity_recovery_codes.hash"] = "secret",
        ["identity_one_time_codes.hash"] = "secret",
        ["identity_new_phones.hash"] = "secret",
        ["office_messages.text"] = "secret: may hold a code; emptied once sent",
        ["people_keys.wrapped"] = "secret: the key under which the journal's values are sealed",
        ["identity_passkeys.credential_id"] = "bytes: what the device calls its key",
        ["identity_passkeys.PublicKey"] = "bytes: a public key",
        ["identity_passkeys.AttestationObject"] = "bytes: the device maker's statement",
        ["identity_passkeys.ClientDataJson"] = "bytes: the browser's part of the registration",
    };

    [Fact]
    public async Task The_export_misses_no_column_of_any_table_about_people() => await app.InDbAsync(db =>
    {
        var given = OwnDataMap.Columns(db.Model).ToHashSet(StringComparer.Ordinal);
        var about = db.Model.GetEntityTypes().Where(IsAboutPeople).ToList();
        Assert.Contains(about, type => type.GetTableName() == "identity_sessions");
        Assert.Contains(about, type => type.GetTableName() == "journal_entries");

        var missing = about.SelectMany(ColumnsOf).Where(column => !given.Contains(column) && !NotGiven.ContainsKey(column)).ToList();
        Assert.True(missing.Count == 0, "Neither given out nor excused: " + string.Join(", ", missing));
        Assert.False(given.Overlaps(NotGiven.Keys));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_secret_never_leaves() => await app.InDbAsync(db =>
    {
        var secrets = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.IsSecret()).Select(property => $"{property.DeclaringType.ContainingEntityType.GetTableName()}.{property.GetColumnName()}").ToList();
        Assert.NotEmpty(secrets);
        Assert.Empty(secrets.Intersect(OwnDataMap.Columns(db.Model)));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task The_page_and_the_files_hold_what_was_put_in_and_nothing_of_others()
    {
        var other = await app.PersonAsync(Role.DepartmentOfficer);
        var person = await app.PersonAsync(Role.DepartmentOfficer, phone: "+84912345679");
        await app.InDbAsync(async db =>
        {
            db.Add(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = "vneid", ProviderKey = "khoa-123" });
            db.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "house", Name = "AuthenticatorKey", Value = "BIMATKHONGLO" });
            db.Add(new IdentityUserPasskey<Guid> { UserId = person.Id, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { Name = "Điện thoại của tôi", PublicKey = [4], AttestationObject = [5], ClientDataJson = [6], CreatedAt = app.Clock.GetUtcNow() } });
            await db.SaveChangesAsync();
        });
        var visitor = await (await app.SignedInAsync(person)).OpenAsync("/tai-khoan/yeu-cau");
        await visitor.SubmitAsync("main form", ("Input.Kind", nameof(DataRequestKind.Access)), ("Input.Text", "Cho tôi xem <b>hết</b>"));
        Assert.Equal(302, visitor.Status);

        await visitor.OpenAsync("/tai-khoan/du-lieu");
        foreach (var words in (string[])[person.Name, person.Email, "+84912345679", "vneid", "khoa-123", "Điện thoại của tôi", "Cho tôi xem <b>hết</b>", "kiểm thử"])
        {
            Assert.Contains(words, visitor.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(other.Email, visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BIMATKHONGLO", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("main form", ("kieu", "json"));
        var json = await visitor.Response.Content.ReadAsStringAsync();
        using var data = JsonDocument.Parse(json);
        Assert.Equal(person.Email, data.RootElement.GetProperty("tables").GetProperty("identity_people")[0].GetProperty("email").GetString());
        Assert.Equal("Access", data.RootElement.GetProperty("tables").GetProperty("identity_data_requests")[0].GetProperty("kind").GetString());
        Assert.DoesNotContain("BIMATKHONGLO", json, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Email, json, StringComparison.Ordinal);

        await (await visitor.OpenAsync("/tai-khoan/du-lieu")).SubmitAsync("main form", ("kieu", "xlsx"));
        Assert.Equal("PK", Encoding.ASCII.GetString(await visitor.Response.Content.ReadAsByteArrayAsync(), 0, 2));
        await app.InDbAsync(async db => Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.Action == "Export" && e.PersonId == person.Id)));

        await visitor.OpenAsync("/tai-khoan/viec-da-lam");
        Assert.Contains("Export", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_changes_by_the_mailed_link_only_and_only_once()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var taken = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await (await app.SignedInAsync(person)).OpenAsync("/tai-khoan/lien-lac");
        await visitor.SubmitAsync("main form", ("Input.Email", "moi@kiem-thu.vn"), ("Input.Password", "Sai mất rồi 2020!"));
        Assert.Equal(422, visitor.Status);
        app.Mail.Sent.Clear();

        await visitor.SubmitAsync("main form", ("Input.Email", "moi@kiem-thu.vn"), ("Input.Password", person.Password));
        Assert.Equal(302, visitor.Status);
        Assert.Equal(["moi@kiem-thu.vn", person.Email], app.Mail.Sent.Select(mail => mail.To));
        var link = app.Mail.Sent[0].Text.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));

        var other = await (await app.SignedInAsync(taken)).OpenAsync(new Uri(link).PathAndQuery);
        Assert.Null(other.Page.QuerySelector("main form"));
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        await visitor.SubmitAsync("main form");
        Assert.Equal("/tai-khoan", visitor.Redirect!.OriginalString);
        Assert.Contains("moi@kiem-thu.vn", (await visitor.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync(new Uri(link).PathAndQuery)).Page.QuerySelector("main form"));

        app.Mail.Sent.Clear();
        await (await visitor.OpenAsync("/tai-khoan/lien-lac")).SubmitAsync("main form", ("Input.Email", taken.Email), ("Input.Password", person.Password));
        link = app.Mail.Sent[0].Text.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
        await (await visitor.OpenAsync(new Uri(link).PathAndQuery)).SubmitAsync("main form");
        Assert.Equal(409, visitor.Status);
    }

    [Fact]
    public async Task Without_mail_only_an_administrator_changes_an_email()
    {
        app.Mail.IsConfigured = false;
        try
        {
            var visitor = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan/lien-lac");
            Assert.Null(visitor.Page.QuerySelector("main form [name='Input.Email']"));
            Assert.Contains("nhờ quản trị viên", visitor.Text, StringComparison.Ordinal);
        }
        finally
        {
            app.Mail.IsConfigured = true;
        }
    }

    private static bool IsAboutPeople(IEntityType type) => !type.IsOwned()
        && (type.PersonalOwner() is not null
            || type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person))
            || type.GetProperties().Any(property => property.Name.EndsWith("PersonId", StringComparison.Ordinal) || property.Name.EndsWith("UserId", StringComparison.Ordinal)));

    /// <summary>Every column of the table and of the tables and documents that are parts of its rows.</summary>
    private static IEnumerable<string> ColumnsOf(IEntityType type)
    {
        var table = type.GetTableName()!;
        var own = type.GetFlattenedProperties().Select(property => $"{table}.{property.GetColumnName()}");
        return own.Concat(type.GetNavigations().Where(part => part.ForeignKey.IsOwnership && !part.IsOnDependent).SelectMany(part => part.TargetEntityType.IsMappedToJson()
            ? part.TargetEntityType.GetProperties().Where(property => !property.IsShadowProperty()).Select(property => $"{table}.{property.GetJsonPropertyName()}")
            : part.TargetEntityType.GetProperties().Where(property => !property.IsForeignKey()).Select(property => $"{part.TargetEntityType.GetTableName()}.{property.GetColumnName()}")));
    }
}
