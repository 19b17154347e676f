using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Identity.Sessions;

/// <summary>What came of an attempt to unlock a session.</summary>
internal enum UnlockAnswer
{
    Right,
    Wrong,

    /// <summary>The session is over: five wrong answers, or it had ended meanwhile.</summary>
    Ended,
}

/// <summary>Locks a session by hand and opens it again; after idle minutes it counts as locked by itself (<see cref="SessionLimits"/>).</summary>
internal sealed class SessionLock(AppDbContext db, PasswordCheck check, JournalNotes notes, TimeProvider clock)
{
    public const string Page = "/dang-nhap/mo-khoa";

    /// <summary>TCVN 14423:2026: at most five failures.</summary>
    public const int MostFailures = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>By hand: who left the desk and when is on record.</summary>
    public async Task LockAsync(SessionState session, CancellationToken cancellationToken)
    {
        await Open(session.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Locked, valueExpression: true), cancellationToken);
        notes.Add("identity_people", session.PersonId, session.PersonId.ToString("N"), "ScreenLocked");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The attempt is taken before the password is looked at, in one statement, as at sign-in.</summary>
    public async Task<UnlockAnswer> UnlockAsync(SessionState session, string password, CancellationToken cancellationToken)
    {
        var taken = await Open(session.SessionId).Where(s => s.UnlockFailures < MostFailures)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.UnlockFailures, s => s.UnlockFailures + 1), cancellationToken);
        if (taken == 1 && await check.IsOfAsync(session.PersonId, password, cancellationToken))
        {
            await ProvedAsync(session, at: null, cancellationToken);
            return UnlockAnswer.Right;
        }

        var ended = await Open(session.SessionId).Where(s => s.UnlockFailures >= MostFailures)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), cancellationToken);
        return ended == 1 || taken == 0 ? UnlockAnswer.Ended : UnlockAnswer.Wrong;
    }

    /// <summary>The person has proved who they are, by the password here or in whatever way a page of its own asks for (passkey, code): the session goes on.</summary>
    /// <param name="at">When, where that was not now: a provider may have seen them earlier.</param>
    public async Task ProvedAsync(SessionState session, DateTime? at, CancellationToken cancellationToken)
    {
        await Open(session.SessionId).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Locked, valueExpression: false).SetProperty(s => s.SeenAt, Now).SetProperty(s => s.ProvedAt, at ?? Now).SetProperty(s => s.UnlockFailures, 0), cancellationToken);
        notes.Add("identity_people", session.PersonId, session.PersonId.ToString("N"), "Unlock");
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<SignInSession> Open(Guid sessionId) => db.Set<SignInSession>().Where(s => s.Id == sessionId && s.EndedAt == null);
}
