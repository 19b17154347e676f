using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>The units and officials of a directory, of a form and into one.</summary>
internal sealed class DirectoryForm(Texts text, ModelStateDictionary state)
{
    private const string Form = "Input.Directory";
    private const int Step = 10;

    public static void Fill(DirectoryInput input, DirectoryFacts facts) => input.Units =
    [
        .. facts.Units.Select((unit, at) => new UnitInput
        {
            Order = (at + 1) * Step,
            Name = unit.Name,
            Purpose = unit.Purpose,
            Address = unit.Address,
            Phone = unit.Phone,
            Email = unit.Email,
            Officials = [.. unit.Officials.Select((who, place) => new OfficialInput
            {
                Order = (place + 1) * Step,
                Name = who.Name,
                Position = who.Position,
                CompetentFor = who.CompetentFor,
                Phone = who.Phone,
                Email = who.Email,
            })],
        }),
    ];

    public DirectoryFacts Read(DirectoryInput input)
    {
        var units = new List<(int? Order, DirectoryUnit Unit)>();
        for (var i = 0; i < input.Units.Count; i++)
        {
            var typed = input.Units[i];
            var field = $"{Form}.Units[{i}]";
            var officials = Officials(typed.Officials, field);
            var unit = new DirectoryUnit(FactsForm.Line(typed.Name) ?? "", FactsForm.Line(typed.Purpose), FactsForm.Line(typed.Address), Phone(typed, field), Mail(typed, field), officials);
            if (unit.Name.Length > 0)
            {
                units.Add((typed.Order, unit));
            }
            else if (unit.Purpose is not null || unit.Address is not null || unit.Phone is not null || unit.Email is not null || officials.Count > 0)
            {
                state.AddModelError($"{field}.Name", text["Nhập tên đơn vị"]);
            }
        }

        if (units.Count > DirectoryFacts.MostUnits || units.Exists(unit => unit.Unit.Officials.Count > DirectoryFacts.MostOfficials))
        {
            state.AddModelError(string.Empty, text["Danh bạ có tối đa {0} đơn vị, mỗi đơn vị tối đa {1} người", DirectoryFacts.MostUnits, DirectoryFacts.MostOfficials]);
        }

        return new DirectoryFacts { Units = InOrder(units) };
    }

    private List<DirectoryOfficial> Officials(List<OfficialInput> typed, string unit)
    {
        var officials = new List<(int? Order, DirectoryOfficial Official)>();
        for (var i = 0; i < typed.Count; i++)
        {
            var field = $"{unit}.Officials[{i}]";
            var who = new DirectoryOfficial(FactsForm.Line(typed[i].Name) ?? "", FactsForm.Line(typed[i].Position), FactsForm.Line(typed[i].CompetentFor), Phone(typed[i], field), Mail(typed[i], field));
            if (who.Name.Length > 0)
            {
                officials.Add((typed[i].Order, who));
            }
            else if (who.Position is not null || who.CompetentFor is not null || who.Phone is not null || who.Email is not null)
            {
                state.AddModelError($"{field}.Name", text["Nhập họ tên"]);
            }
        }

        return InOrder(officials);
    }

    /// <summary>By the typed number; what has none comes last, as it was typed.</summary>
    private static List<T> InOrder<T>(List<(int? Order, T Item)> lines) => [.. lines.OrderBy(line => line.Order ?? int.MaxValue).Select(line => line.Item)];

    private string? Phone(ReachInput typed, string field)
    {
        var phone = FactsForm.Line(typed.Phone);
        if (phone is not null && !FeedbackLines.IsPhone(phone))
        {
            state.AddModelError($"{field}.Phone", text["Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, gạch nối, ngoặc và dấu + ở đầu"]);
        }

        return phone;
    }

    private string? Mail(ReachInput typed, string field)
    {
        var mail = FactsForm.Line(typed.Email);
        if (mail is not null && !FeedbackLines.IsMail(mail))
        {
            state.AddModelError($"{field}.Email", text["Thư điện tử cần có dạng ten@coquan.gov.vn"]);
        }

        return mail;
    }
}
