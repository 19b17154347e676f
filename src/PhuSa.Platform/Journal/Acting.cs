using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>Who acts in this scope, why and by which paper. Without it no journaled record can be written.</summary>
public sealed class Acting
{
    public Actor? By { get; private set; }

    public string? Why { get; private set; }

    public Guid? PaperId { get; private set; }

    public void As(Actor by, string? why = null, Guid? paperId = null)
    {
        By = by;
        Why = why;
        PaperId = paperId;
    }
}
