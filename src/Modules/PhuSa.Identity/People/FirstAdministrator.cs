using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Appointments;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>Where nobody may sign in yet, makes one administrator and prints a password that serves once.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock) : IWarmUp
{
    private const string DefaultEmail = "quan-tri@phusa.localhost";

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("SignIn:FirstAdministrator", defaultValue: true))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (await db.Set<Person>().AnyAsync(cancellationToken))
        {
            return;
        }

        var by = new Actor("Phù Sa", "lần khởi động đầu tiên");
        scope.ServiceProvider.GetRequiredService<Acting>().As(by);
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = configuration["SignIn:FirstAdministratorEmail"] ?? DefaultEmail;
        var now = clock.GetUtcNow();
        var person = new Person(Guid.CreateVersion7(now), "Quản trị viên", email, phone: null, by, now.UtcDateTime);
        var password = OneTimePassword.New();
        person.PasswordSet(now.UtcDateTime, byThemselves: false);
        db.Add(new Appointment(Guid.CreateVersion7(now), person.Id, organisationId: null, [Role.Administrator], by, now.UtcDateTime));
        var made = await people.CreateAsync(person, password);
        if (!made.Succeeded)
        {
            // Another instance was faster.
            return;
        }

        await Console.Out.WriteLineAsync($"""

            Tài khoản quản trị đầu tiên (mật khẩu dùng một lần, chỉ in lần này):
              Địa chỉ:   {PersonalPlaces.SignIn}
              Tên:       {email}
              Mật khẩu:  {password}
            """);
    }
}

/// <summary>Passwords that somebody else reads out or prints: no letters that look alike, four kinds of characters.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    /// <summary>Four groups of five: about 115 random bits.</summary>
    public static string New()
    {
        while (true)
        {
            var password = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
            if (password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit))
            {
                return password;
            }
        }
    }
}
