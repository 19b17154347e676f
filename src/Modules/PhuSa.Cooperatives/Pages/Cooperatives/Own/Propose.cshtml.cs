using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own;

/// <summary>One short form: a part of the own file as it stands, to be corrected. It goes to an officer, not into the file.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProposeModel(ProposalDesk desk, RegistryDesk registry, ISignedIn signedIn, Texts text) : PageModel
{
    public const string Send = "gui";
    public const string ShowYear = "mo-nam";

    [BindProperty]
    public ProposeInput Input { get; set; } = new();

    /// <summary>Which button was pressed; whatever is not known sends.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public CooperativeFile Kept { get; private set; } = null!;

    public ProposalPartFacts Part { get; private set; } = null!;

    public bool HasYear => Part.Part == ProposalPart.Figures;

    /// <summary>What the cooperative agreed to have shown while no officer has answered.</summary>
    public IReadOnlySet<IntakeTarget> Agreed { get; private set; } = new HashSet<IntakeTarget>();

    public string? Words(IntakeTarget target) => Agreed.Contains(target) ? ConsentTargets.Given : desk.WordsOf(Kept, target, Input.Year);

    public async Task<IActionResult> OnGetAsync(string part, [FromQuery(Name = "nam")] int? year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(part, cancellationToken))
        {
            return NotFound();
        }

        Input = new ProposeInput { Key = Guid.CreateVersion7(), Year = HasYear ? IsYear(year) ? year : registry.Today.Year - 1 : null };
        foreach (var target in Part.Targets)
        {
            Input.Values[target.ToString()] = Input.Shown[target.ToString()] = Words(target);
        }

        Input.ShownYear = Input.Year;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string part, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(part, cancellationToken))
        {
            return NotFound();
        }

        if (HasYear && IsYear(Input.Year) && ModelState.IsValid && (Do == ShowYear || Input.Year != Input.ShownYear))
        {
            return Turned();
        }

        var typed = Part.Part == ProposalPart.Consent ? ReadConsent() : Read();
        if (HasYear && !IsYear(Input.Year))
        {
            ModelState.AddModelError("Input.Year", text["Năm phải từ {0} đến năm nay", CooperativeYear.FirstYear]);
        }

        if (Part.Part == ProposalPart.Certificate && !typed.ContainsKey(IntakeTarget.CertificateName))
        {
            ModelState.AddModelError($"Input.Values[{IntakeTarget.CertificateName}]", text["Nhập tên chứng nhận"]);
        }

        if (typed.TryGetValue(IntakeTarget.CertificateTo, out var last) && typed.TryGetValue(IntakeTarget.CertificateOn, out var issued)
            && desk.Reading.One(IntakeTarget.CertificateTo, last).Value is DateOnly to && desk.Reading.One(IntakeTarget.CertificateOn, issued).Value is DateOnly on && to < on)
        {
            ModelState.AddModelError($"Input.Values[{IntakeTarget.CertificateTo}]", text["Ngày hết hạn trước ngày cấp"]);
        }

        if (Part.Part == ProposalPart.Name)
        {
            CheckName(typed);
        }

        if (Part.Part == ProposalPart.Leader)
        {
            CheckDirector(typed);
        }

        if (Input.Key == Guid.Empty)
        {
            ModelState.AddModelError(string.Empty, text["Mở lại trang rồi nhập lại"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await desk.ProposeAsync(Input.Key, Kept, Part.Part, HasYear ? Input.Year : null, typed.ToDictionary(one => one.Key, one => Written(one.Key, one.Value)), signedIn.Person!, cancellationToken);
        return Redirect(PersonalPlaces.MyCooperative);
    }

    /// <summary>The figures of the year that is typed now, but for the fields that the person filled in: those stay as typed.</summary>
    private PageResult Turned()
    {
        foreach (var key in Part.Targets.Select(target => target.ToString()))
        {
            var untouched = (Input.Values[key]?.Trim() ?? "") == (Input.Shown[key]?.Trim() ?? "");
            Input.Shown[key] = Words(Enum.Parse<IntakeTarget>(key));
            Input.Values[key] = untouched ? Input.Shown[key] : Input.Values[key];
        }

        Input.ShownYear = Input.Year;

        // What was posted for another year must not be shown in its place.
        ModelState.Clear();
        if (Do == ShowYear)
        {
            return Page();
        }

        ModelState.AddModelError("Input.Year", text["Năm đã đổi sang {0}: các ô bạn chưa sửa nay là số liệu của năm đó. Xem lại rồi gửi.", Input.Year!]);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private bool IsYear(int? year) => year >= CooperativeYear.FirstYear && year <= registry.Today.Year;

    /// <summary>What is filled in and can be read. A field that was emptied proposes to take its value out of the file; one that was empty proposes nothing.</summary>
    private Dictionary<IntakeTarget, string> Read()
    {
        var typed = new Dictionary<IntakeTarget, string>();
        var reading = desk.Reading;
        foreach (var target in Part.Targets)
        {
            if (Typed(target) is not { Length: > 0 } words)
            {
                if (IsEmptied(target) && ProposalPartFacts.MayBeEmptied(target))
                {
                    typed[target] = "";
                }
                else if (IsEmptied(target) && target != IntakeTarget.StatusOn)
                {
                    ModelState.AddModelError($"Input.Values[{target}]", text["Mục này không xoá trống được; hãy ghi đúng thay vào đó, hoặc để như hồ sơ đang ghi."]);
                }

                continue;
            }

            var (value, sentence, args) = reading.One(target, words);
            if (value is null || words.Length > ProposalItem.WordsMaxLength)
            {
                ModelState.AddModelError($"Input.Values[{target}]", text[sentence, [.. args]]);
            }
            else
            {
                typed[target] = words;
            }
        }

        return typed;
    }

    /// <summary>One spelling of one name: other blanks or letters put together otherwise are no new name.</summary>
    private string? Typed(IntakeTarget target)
    {
        var words = Input.Values.GetValueOrDefault(target.ToString());
        return target == IntakeTarget.Name ? VietnameseText.OnOneLine(words) : words?.Trim();
    }

    /// <summary>Only what the person changed on the form that they saw: a box that somebody else has ticked since is not taken back with it.</summary>
    private Dictionary<IntakeTarget, string> ReadConsent()
    {
        var said = Part.Targets.ToDictionary(target => target, target => Input.Values.GetValueOrDefault(target.ToString()) == ConsentTargets.Given ? ConsentTargets.Given : ConsentTargets.Withheld);
        return said.Where(item => Input.Shown.GetValueOrDefault(item.Key.ToString()) is { } shown && shown != item.Value).ToDictionary();
    }

    /// <summary>A day is kept as people write it, however it was typed.</summary>
    private string Written(IntakeTarget target, string words) => desk.Reading.One(target, words).Value is DateOnly day ? VietnamTime.Written(day) : words;

    /// <summary>As an officer's own form asks it.</summary>
    private void CheckName(Dictionary<IntakeTarget, string> typed)
    {
        if (typed.GetValueOrDefault(IntakeTarget.Name) == Kept.Organisation.Name && typed.Keys.Any(ProposalPartFacts.GoesWithName))
        {
            ModelState.AddModelError($"Input.Values[{IntakeTarget.Name}]", text["Tên chưa đổi nên ngày và giấy tờ đổi tên không có chỗ ghi. Sửa tên, hoặc để trống hai ô này."]);
        }

        if (typed.TryGetValue(IntakeTarget.Name, out var name) && !name.Any(char.IsLetter))
        {
            ModelState.AddModelError($"Input.Values[{IntakeTarget.Name}]", text["Nhập tên, đúng từng chữ như giấy tờ ghi"]);
        }

        if (typed.TryGetValue(IntakeTarget.NameOn, out var words) && desk.Reading.One(IntakeTarget.NameOn, words).Value is DateOnly on && on < Kept.Cooperative.Founded.From)
        {
            ModelState.AddModelError($"Input.Values[{IntakeTarget.NameOn}]", text["Ngày đổi tên không thể trước ngày thành lập"]);
        }
    }

    /// <summary>Another director begins on a day, and the term on record ends the day before.</summary>
    private void CheckDirector(Dictionary<IntakeTarget, string> typed)
    {
        var (director, name) = (new IntakeDirector(Kept.Cooperative, [.. Kept.Board]), typed.GetValueOrDefault(IntakeTarget.Director));
        if (director.Of(registry.Today) is null)
        {
            return;
        }

        if (!director.IsAnother(name, registry.Today))
        {
            if (typed.Keys.Any(ProposalPartFacts.GoesWithDirector))
            {
                ModelState.AddModelError($"Input.Values[{IntakeTarget.Director}]", text["Giám đốc chưa đổi nên ngày và giấy tờ đổi giám đốc không có chỗ ghi. Sửa tên giám đốc, hoặc để trống hai ô này."]);
            }

            return;
        }

        var key = $"Input.Values[{IntakeTarget.DirectorOn}]";
        if (!typed.TryGetValue(IntakeTarget.DirectorOn, out var words))
        {
            // What was typed and cannot be read is told already.
            if (Typed(IntakeTarget.DirectorOn) is null or "")
            {
                ModelState.AddModelError(key, text["Nhập ngày giám đốc mới nhận chức, như giấy tờ ghi"]);
            }
        }
        else if (desk.Reading.One(IntakeTarget.DirectorOn, words).Value is DateOnly on && director.Refusal(on, registry.Today) is { } refusal)
        {
            ModelState.AddModelError(key, text[refusal.Text, [.. refusal.Args]]);
        }
    }

    /// <summary>It stood there when the form was opened, and stands there still: what the person did not see they do not take away.</summary>
    private bool IsEmptied(IntakeTarget target) => Words(target) is { } now && Input.Shown.GetValueOrDefault(target.ToString()) == now;

    private async Task<bool> IsFoundAsync(string part, CancellationToken cancellationToken)
    {
        if (ProposalPartFacts.Find(part) is not { } facts || await desk.OwnAsync(signedIn.Person!, cancellationToken) is not { } file)
        {
            return false;
        }

        (Part, Kept) = (facts, file);
        if (facts.Part == ProposalPart.Consent)
        {
            Agreed = await desk.AgreedAsync(file, cancellationToken);
        }

        if (facts.Part == ProposalPart.MapPoint)
        {
            // Elsewhere no page may ask the device where it is.
            Response.Headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=()";
        }

        foreach (var target in facts.Targets)
        {
            Input.Values.TryAdd(target.ToString(), null);
            Input.Shown.TryAdd(target.ToString(), null);
        }

        return true;
    }
}

internal sealed class ProposeInput
{
    /// <summary>Of the one form that was opened; it becomes the proposal's id.</summary>
    public Guid Key { get; set; }

    public int? Year { get; set; }

    /// <summary>The year whose figures the form has.</summary>
    public int? ShownYear { get; set; }

    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>What the file said when the form was opened.</summary>
    public Dictionary<string, string?> Shown { get; set; } = [];
}
