using AngleSharp;
using AngleSharp.Html.Dom;

namespace PhuSa.Tests;

/// <summary>A person with a browser and no JavaScript: opens pages and submits the forms that are really on them.</summary>
public sealed class Visitor(HttpClient http)
{
    public int Status { get; private set; }

    public Uri? Redirect { get; private set; }

    public HttpResponseMessage Response { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public string Path { get; private set; } = "/";

    public HttpClient Http => http;

    /// <summary>The page's words as a reader sees them: white space folded.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? Page.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<Visitor> OpenAsync(string path)
    {
        await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));
        return this;
    }

    public async Task<Visitor> SubmitAsync(string formSelector, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)(Page.QuerySelector(formSelector) ?? throw new InvalidOperationException($"No form {formSelector} on the page."));
        var all = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).Select(i => (Name: i.Name!, i.Value, Sent: i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (Name: t.Name!, t.Value, Sent: true)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null).Select(s => (Name: s.Name!, Value: s.Value ?? "", Sent: true)))
            .Concat(form.Elements.OfType<IHtmlButtonElement>().Where(b => !string.IsNullOrEmpty(b.Name)).DistinctBy(b => b.Name).Select(b => (Name: b.Name!, b.Value, Sent: true)))
            .ToList();
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            typed[name] = all.Exists(f => f.Name == name) ? value : throw new InvalidOperationException($"No field {name} in the form.");
        }

        // A name said many times is sent as often, as a browser does; what a test types takes the place of all of them.
        KeyValuePair<string, string>[] data = [.. all.Where(f => f.Sent && !typed.ContainsKey(f.Name)).Select(f => KeyValuePair.Create(f.Name, f.Value)), .. typed];

        await SendAsync(form.GetAttribute("action") is { Length: > 0 } a ? a : Path, data);
        while (Status is 307 or 308)
        {
            // As a browser does: the same form goes to the other address.
            await SendAsync(Redirect!.OriginalString, data);
        }

        return this;
    }

    /// <summary>Posts what no form on the page holds: for what a hostile or stale browser sends.</summary>
    public async Task<Visitor> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        await SendAsync(path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return this;
    }

    /// <summary>Submits a form with a file in it, as a browser does: hidden fields and ticked boxes along, the file under the client's own name and type.</summary>
    public Task<Visitor> UploadAsync(string formSelector, string field, byte[] file, string fileName, string mediaType = "application/octet-stream", params (string Name, string Value)[] fields) =>
        UploadAllAsync(formSelector, field, mediaType, [(file, fileName)], fields);

    /// <summary>The same with several files in one field.</summary>
    public async Task<Visitor> UploadAllAsync(string formSelector, string field, string mediaType, IReadOnlyList<(byte[] Content, string Name)> files, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)(Page.QuerySelector(formSelector) ?? throw new InvalidOperationException($"No form {formSelector} on the page."));
        Assert.Equal("multipart/form-data", form.Enctype);
        Assert.Contains(form.Elements.OfType<IHtmlInputElement>(), input => input.Name == field && input.Type == "file");
        using var content = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" || (input.Type == "checkbox" && input.IsChecked)))
        {
            content.Add(new StringContent(input.Value), input.Name!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (file, fileName) in files)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new(mediaType);
            // A form in which nothing was chosen has a file without a name.
            part.Headers.ContentDisposition = new("form-data") { Name = $"\"{field}\"", FileName = $"\"{fileName.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" };
            content.Add(part);
        }

        await ReadAsync(await http.PostAsync(new Uri(form.GetAttribute("action") is { Length: > 0 } a ? a : Path, UriKind.Relative), content));
        return this;
    }

    public async Task<Visitor> FollowAsync() => await OpenAsync(Redirect!.OriginalString);

    private async Task SendAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        await ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Response = response;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        Status = (int)response.StatusCode;
        Redirect = response.Headers.Location;
        var html = await response.Content.ReadAsStringAsync();
        Page = (IHtmlDocument)await BrowsingContext.New().OpenAsync(r => r.Content(html));
    }
}
