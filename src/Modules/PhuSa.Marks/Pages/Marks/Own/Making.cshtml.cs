using PhuSa.Marks.Applications;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>The second of three screens: how much is made, where and how. What is not known yet may be left out; it is asked for before the submission.</summary>
internal sealed class MakingModel(ApplicationDesk desk, Texts text) : OwnPage<MakingScreen>(desk, text), IMakingForm
{
    IHasMaking IMakingForm.Input => Input;

    protected override MakingScreen Stored() => new() { Making = MakingInput.Of(Application) };

    protected override IEnumerable<(string Label, string? Words)> Told(MakingScreen input) => input.Making.Told();

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.Making.LacksUnit)
        {
            Wrong("Input.Making.OutputUnit", "Nhập đơn vị tính của sản lượng");
        }

        return Task.CompletedTask;
    }

    protected override ApplicationContent Written() => Input.Making.Into(Application.Content);
}
