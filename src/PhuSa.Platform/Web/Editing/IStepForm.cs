namespace PhuSa.Platform.Web.Editing;

/// <summary>
/// A page that takes one step with a record and shows which version it is taken from. Whoever was overtaken keeps what was typed, sees the record as it
/// stands now, and takes the step at the next press where it may still be taken (<see cref="RefusedPageFilter"/>). Not for a form that shows the whole record:
/// its next press would write over what the other has saved.
/// </summary>
public interface IStepForm
{
    int Version { get; set; }

    /// <summary>Finds the record anew.</summary>
    /// <returns>Its version now; null where it is no more, or nothing to this person any more.</returns>
    Task<int?> VersionNowAsync(CancellationToken cancellationToken);
}
