using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>What the shared views of an editing page need.</summary>
internal interface IFileEditing : IEditing
{
    CooperativeFile Kept { get; }
}

/// <summary>One part of a cooperative's file on a page of its own.</summary>
internal abstract class FileEditing<TInput>(RegistryDesk desk, Texts text) : EditingPage<TInput>(desk.Db, text), IFileEditing
    where TInput : class, new()
{
    [FromRoute]
    public string Code { get; set; } = "";

    public CooperativeFile Kept { get; private set; } = null!;

    protected RegistryDesk Desk => desk;

    protected override string Home => Kept.Address;

    /// <summary>Reads what the page shows beside the file.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Code, cancellationToken) is not { } found)
        {
            return false;
        }

        Kept = found;
        await LoadAsync(cancellationToken);
        return true;
    }

    protected override void BeforeSave()
    {
        if (desk.Db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Added))
        {
            // Whoever merges the file at this moment is told, or what is added would be left with a file that is no more.
            desk.Touch(Kept.Cooperative);
        }
    }

    protected override async Task<string?> ElsewhereAsync(CancellationToken cancellationToken) => await desk.ElsewhereAsync(Code, cancellationToken);
}
