using PhuSa.Platform.Rules;

namespace PhuSa.Programmes.Contracts;

/// <summary>What a freezing kept: how many figures, how many different records behind them, and the SHA-256 of the whole in lower-case hex.</summary>
public sealed record FrozenReview(int Figures, int Records, string Sha256);

/// <summary>Freezes a review: its text, the value of each figure and the records behind it are kept as they are now.</summary>
public interface IReviewFreezing
{
    /// <exception cref="RefusedException">There is no such review, or it is frozen already.</exception>
    Task<FrozenReview> FreezeAsync(string slug, Actor by, CancellationToken cancellationToken);
}
