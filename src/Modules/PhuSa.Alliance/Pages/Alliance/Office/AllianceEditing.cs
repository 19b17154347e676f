using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Office;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>What the shared views of a form of this office need.</summary>
internal interface IAllianceEditing : IEditing
{
    /// <summary>Where “Thôi” leads.</summary>
    string Address { get; }
}

/// <summary>A record of the Alliance on a form; “moi” in its address adds one.</summary>
internal abstract class AllianceEditing<TInput>(AllianceDesk desk, Texts text) : EditingPage<TInput>(desk.Db, text), IAllianceEditing
    where TInput : class, new()
{
    public const string New = "moi";

    public abstract string Address { get; }

    public DateOnly Today => desk.Today;

    protected AllianceDesk Desk => desk;

    protected override string Home => Address;

    protected static string? Block(string? typed) => AllianceInput.Block(typed);

    protected static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}
