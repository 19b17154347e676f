namespace PhuSa.Identity.Contracts;

/// <summary>Accounts for the command line. Whoever calls has said who acts; every refusal is a sentence (RefusedException).</summary>
public interface IAccounts
{
    Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken cancellationToken);

    /// <returns>A password that serves once.</returns>
    Task<string> AddAsync(AccountRequest request, CancellationToken cancellationToken);

    /// <param name="login">E-mail or phone number.</param>
    Task DisableAsync(string login, string? why, CancellationToken cancellationToken);

    /// <param name="login">E-mail or phone number.</param>
    Task EnableAsync(string login, string? why, CancellationToken cancellationToken);

    /// <param name="login">E-mail or phone number.</param>
    /// <returns>A password that serves once.</returns>
    Task<string> ResetAsync(string login, string? why, bool removeSecondFactor, CancellationToken cancellationToken);
}

/// <summary>A new account as it is written at a terminal.</summary>
/// <param name="Organisation">The organisation's code; null for administrators of the installation.</param>
/// <param name="Roles">Such as <c>department-officer</c>.</param>
public sealed record AccountRequest(string? Name, string? Email, string? Phone, string? Organisation, IReadOnlyList<string> Roles);

/// <summary>An account as a line of a list; all words are Vietnamese. LastSignInAt is UTC.</summary>
public sealed record AccountRow(string Name, string? Email, string? Phone, string ActsFor, string Status, DateTime? LastSignInAt);
