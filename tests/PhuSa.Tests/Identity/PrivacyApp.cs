using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PhuSa.Identity.People;
using PhuSa.Platform.Notices;

namespace PhuSa.Tests.Identity;

/// <summary>An empty product for one class of tests: it counts the passwords looked at and keeps the mail it sends.</summary>
public class PrivacyApp : App
{
    public PrivacyApp()
    {
        Settings["Samples:Load"] = "false";
        Settings["Limits:PostsPerMinute"] = "1000000";
        Settings["SignIn:FirstConsentText"] = "true";
    }

    /// <summary>Passwords looked at so far.</summary>
    public PasswordsLookedAt Looked { get; } = new();

    public KeptMail Mail { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddScoped<IPasswordHasher<Person>>(provider => new CountingHasher(new PasswordHasher<Person>(provider.GetRequiredService<IOptions<PasswordHasherOptions>>()), Looked));
            services.AddSingleton<IMessageChannel>(Mail);
        });
    }

    private sealed class CountingHasher(PasswordHasher<Person> real, PasswordsLookedAt looked) : IPasswordHasher<Person>
    {
        public string HashPassword(Person user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            looked.Add(user.Id);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

/// <summary>Whose passwords were looked at; of nobody's where there is no such account or it is locked.</summary>
public sealed class PasswordsLookedAt
{
    private readonly ConcurrentQueue<Guid> _whose = new();

    public int Count => _whose.Count;

    public int CountOf(Guid personId) => _whose.Count(id => id == personId);

    public void Add(Guid personId) => _whose.Enqueue(personId);
}

/// <summary>A mail channel that keeps what it was given.</summary>
public sealed class KeptMail : IMessageChannel
{
    public string Code => "mail";

    public bool IsConfigured { get; set; } = true;

    public List<OutgoingMessage> Sent { get; } = [];

    public Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.CompletedTask;
    }
}
