using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Products;

/// <summary>Whose product was certified in a period; a certificate without its day may have been.</summary>
internal sealed class OcopReach(OcopBook book) : IReach
{
    public async Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken) => Reach.Of(
        (await book.AllAsync(day: null, ownerId: null, cancellationToken)).SelectMany(line => line.Certificates.Select(certificate =>
            (line.Owner.Id, request.Covers(certificate.DecidedOn is { } day ? RecordTime.Day(day) : RecordTime.Unknown, programme: null)))));
}
