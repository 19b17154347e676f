using System.Security.Cryptography;
using System.Text;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Tests.Watching;

/// <summary>Which keys a watcher believes of those that whoever answers shows it.</summary>
public sealed class KeyTrustTests : IDisposable
{
    private static readonly Guid Known = Guid.CreateVersion7();
    private readonly ECDsa _ours = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _alsoTheirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
        _alsoTheirs.Dispose();
    }

    [Fact]
    public void A_key_that_a_believed_one_signed_is_believed()
    {
        var trust = KeyTrust.Of([Fact(Known, 1, _ours, null), Fact(Guid.CreateVersion7(), 2, _theirs, _ours)], Spki(_ours));

        Assert.Equal(Spki(_theirs), trust.Newest);
    }

    [Fact]
    public void A_strange_key_under_the_name_of_a_believed_one_vouches_for_nobody()
    {
        var trust = KeyTrust.Of([Fact(Known, 1, _ours, null), Fact(Known, 2, _theirs, null), Fact(Guid.CreateVersion7(), 3, _alsoTheirs, _theirs)], Spki(_ours));

        Assert.Equal(Spki(_ours), trust.Newest);
        Assert.False(trust.Believes(Known, "x"u8.ToArray(), Signature(_theirs, "x")));
        Assert.True(trust.Believes(Known, "x"u8.ToArray(), Signature(_ours, "x")));
    }

    [Fact]
    public void Keys_and_signatures_that_are_none_are_not_believed_and_do_no_harm()
    {
        var trust = KeyTrust.Of([null!, new PublicKeyFact(Guid.CreateVersion7(), 0, null!, null), Fact(Known, 1, _ours, null), new PublicKeyFact(Guid.CreateVersion7(), 2, "???", "???")], Spki(_ours));

        Assert.Equal(Spki(_ours), trust.Newest);
        Assert.False(trust.Believes(Known, null!, null!));
        Assert.False(trust.Believes(Known, [], "???"));
    }

    private static string Spki(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static string Signature(ECDsa key, string words) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(words), HashAlgorithmName.SHA256));

    private static PublicKeyFact Fact(Guid id, int number, ECDsa key, ECDsa? before) => new(id, number, Spki(key), before is null ? null : Signature(before, KeyTrust.Endorsed(Spki(key))));
}
