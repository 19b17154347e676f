namespace PhuSa.Platform.Data;

/// <summary>Tells how far the content stamp has moved. Whoever keeps something made from records compares and drops it when the value is another.</summary>
public interface IContentWatch
{
    long Current { get; }
}
