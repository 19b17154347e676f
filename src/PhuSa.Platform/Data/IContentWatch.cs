namespace PhuSa.Platform.Data;

/// <summary>Tells whoever keeps pages made from records that records have changed: the number moves, here or on any other instance.</summary>
public interface IContentWatch
{
    long Current { get; }
}
