using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Registry;

/// <summary>What a cooperative has not agreed to have shown, and a product that was never certified, is on no public page.</summary>
internal sealed class KeptFromReaders(AppDbContext db) : IKeptFromReaders
{
    public async Task<bool> IsKeptAsync(ISaidToReaders record, string piece, CancellationToken cancellationToken) => record switch
    {
        CooperativeContact contact => !await AgreedAsync(contact.Id, piece, cancellationToken),
        BoardMember member => !await AgreedAsync(member.CooperativeId, piece, cancellationToken),
        HeldCertificate certificate => !await AgreedAsync(certificate.CooperativeId, piece, cancellationToken),
        OcopProduct product => !await IsCertifiedAsync(product.Id, cancellationToken),
        OcopPhoto photo => OwnerOf(photo) is { } product && !await IsCertifiedAsync(product.Id, cancellationToken),
        _ => false,
    };

    /// <summary>A picture is saved with its product.</summary>
    private OcopProduct? OwnerOf(OcopPhoto photo) => db.ChangeTracker.Entries<OcopProduct>().Select(entry => entry.Entity).FirstOrDefault(product => product.Photos.Contains(photo));

    private Task<bool> IsCertifiedAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<OcopEvaluation>().AnyAsync(e => e.ProductId == id && (e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked), cancellationToken);

    private Task<bool> AgreedAsync(Guid id, string item, CancellationToken cancellationToken) => db.Set<Cooperative>().AnyAsync(c => c.Id == id && c.PublicItems.Contains(item), cancellationToken);
}
