using PhuSa.Platform.Rights;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Texts of a kind, written through its form and taken to readers.</summary>
internal static class Writing
{
    public const string Form = "main form[method=post]";

    /// <summary>Writes a draft through the form of a kind.</summary>
    public static async Task<Guid> WriteAsync(this Newsroom room, Visitor writer, string kind, string title, params (string Name, string Value)[] fields)
    {
        await writer.OpenAsync($"/quan-tri/bai-viet/moi?loai={kind}");
        await writer.SubmitAsync(Form, [("Input.Title", title), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString()), .. fields]);
        Assert.True(writer.Status == 302, $"{writer.Status} {writer.Text}");
        return Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]);
    }

    /// <summary>Past a reviewer and a publisher.</summary>
    public static async Task PublishAsync(this Newsroom room, Visitor writer, Guid id, params (string Name, string Value)[] fields)
    {
        var leader = await room.AwaitingAsync(writer, id);
        await room.DoneAsync(leader, id, "duyet-dang", fields);
    }

    /// <summary>Past a reviewer and sent on.</summary>
    /// <returns>Who may publish it.</returns>
    public static async Task<Visitor> AwaitingAsync(this Newsroom room, Visitor writer, Guid id)
    {
        var reviewer = await room.SignedInAsync(Role.DepartmentPublisher);
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        return await room.SignedInAsync(Role.DepartmentLeader);
    }

    public static async Task<Guid> PublishedAsync(this Newsroom room, Visitor writer, string kind, string title, params (string Name, string Value)[] fields)
    {
        var id = await room.WriteAsync(writer, kind, title, fields);
        await room.PublishAsync(writer, id);
        return id;
    }

    /// <summary>What a definition list says of a word.</summary>
    public static string? Said(this Visitor visitor, string term) =>
        visitor.Page.QuerySelectorAll("main dt").FirstOrDefault(dt => dt.TextContent.Trim() == term)?.NextElementSibling?.TextContent.Trim();
}
