using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>Stars, versions of the criteria, who certifies what, and for how long.</summary>
public sealed class OcopRuleTests
{
    private static readonly Actor By = new("Cán bộ OCOP", "kiểm thử");
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("29.9", 1)]
    [InlineData("30", 2)]
    [InlineData("49.9", 2)]
    [InlineData("50", 3)]
    [InlineData("69.9", 3)]
    [InlineData("70", 4)]
    [InlineData("89.9", 4)]
    [InlineData("90", 5)]
    [InlineData("100", 5)]
    public void Point_21_stars_change_exactly_at_30_50_70_and_90_points(string points, int stars) =>
        Assert.Equal(stars, OcopStars.Of(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2019-08-20", null)]
    [InlineData("2019-08-21", "1048/QĐ-TTg")]
    [InlineData("2023-02-23", "1048/QĐ-TTg")]
    [InlineData("2023-02-24", "148/QĐ-TTg")]
    [InlineData("2025-07-05", "148/QĐ-TTg")]
    [InlineData("2025-07-06", "1489/QĐ-TTg")]
    [InlineData("2026-07-01", "1489/QĐ-TTg")]
    public void Point_21_the_criteria_are_those_of_the_day_of_the_evaluation(string day, string? rule)
    {
        Assert.Equal(rule, OcopRules.On(Day(day))?.Code);
        if (rule is not null)
        {
            Assert.Equal(rule, Evaluated(day, 30, 20, 30).Rule);
        }
    }

    [Theory]
    [InlineData("2020-01-01", 35, 25, 40)]
    [InlineData("2024-01-01", 40, 25, 35)]
    [InlineData("2026-01-01", 40, 25, 35)]
    public void Point_21_a_part_never_has_more_points_than_its_criteria_allow(string day, int a, int b, int c)
    {
        Assert.Equal((100m, 5), (Evaluated(day, a, b, c).Scores!.Total, Evaluated(day, a, b, c).Stars));

        foreach (var (tooMuch, part) in new[] { ((a + 0.1m, (decimal)b, (decimal)c), "A"), ((a, b + 0.1m, c), "B"), ((a, b, c + 0.1m), "C"), ((-0.1m, b, c), "A") })
        {
            var refused = Assert.Throws<RefusedException>(() => Evaluated(day, tooMuch.Item1, tooMuch.Item2, tooMuch.Item3));
            Assert.Contains($"phần {part}", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Point_21_points_of_one_version_may_be_too_many_for_the_next()
    {
        Assert.Equal(4, Evaluated("2023-02-23", 30, 15, 40).Stars);
        Assert.Throws<RefusedException>(() => Evaluated("2023-02-24", 30, 15, 40));
        Assert.Throws<RefusedException>(() => Evaluated("2019-08-20", 30, 15, 30));
        Assert.Throws<RefusedException>(() => Evaluated("2024-01-01", 30.125m, 15, 30));
    }

    [Fact]
    public void A_group_that_the_version_does_not_know_is_refused()
    {
        Assert.Equal(OcopGroup.Souvenirs, Evaluated("2022-01-01", 30, 20, 30, group: OcopGroup.Souvenirs).Group);
        Assert.Throws<RefusedException>(() => Evaluated("2024-01-01", 30, 20, 30, group: OcopGroup.Souvenirs));
        Assert.Throws<RefusedException>(() => Evaluated("2022-01-01", 30, 20, 30, group: OcopGroup.Ornamentals));
        Assert.All(OcopRules.All, rule => Assert.Equal(6, rule.Groups.Distinct().Count()));
    }

    [Theory]
    [InlineData("Province", 49, false)]
    [InlineData("Province", 50, true)]
    [InlineData("Province", 89, true)]
    [InlineData("Province", 90, false)]
    [InlineData("Central", 90, true)]
    [InlineData("Central", 89, false)]
    [InlineData("Commune", 60, false)]
    public void Point_21_since_July_2025_the_province_certifies_three_and_four_stars_and_only_the_ministry_five(string level, int points, bool may)
    {
        var evaluation = Evaluated("2026-05-01", Math.Min(points, 40), Math.Clamp(points - 75, 0, 25), Math.Clamp(points - 40, 0, 35), Enum.Parse<OcopLevel>(level));
        Assert.Equal(points, evaluation.Scores!.Total);

        if (may)
        {
            evaluation.Certify(Decision("2026-05-20"), By, Now);
            Assert.Equal(OcopEvaluationStatus.Certified, evaluation.Status);
        }
        else
        {
            Assert.Throws<RefusedException>(() => evaluation.Certify(Decision("2026-05-20"), By, Now));
        }
    }

    [Fact]
    public void There_is_no_district_since_July_2025()
    {
        Assert.Equal(OcopLevel.District, Evaluated("2024-05-01", 30, 15, 15, OcopLevel.District).Level);
        Assert.Throws<RefusedException>(() => Evaluated("2026-05-01", 30, 15, 15, OcopLevel.District));
    }

    [Theory]
    [InlineData("2023-07-01", "2026-07-01")]
    [InlineData("2024-02-29", "2027-02-28")]
    [InlineData("2021-02-28", "2024-02-28")]
    [InlineData("2023-08-31", "2026-08-31")]
    public void Point_12_a_certificate_holds_36_months_from_the_day_of_the_decision(string decided, string last)
    {
        Assert.Equal(Day(last), OcopTerm.EndOf(Day(decided)));
        var held = new[] { Certificate(decided) };
        Assert.Equal(Truth.Yes, OcopStanding.On(Day(last), held).Valid);
        Assert.Equal((OcopState.Expired, Truth.No), (OcopStanding.On(Day(last).AddDays(1), held).State, OcopStanding.On(Day(last).AddDays(1), held).Valid));
        Assert.Equal(OcopState.None, OcopStanding.On(Day(decided).AddDays(-1), held).State);
    }

    [Fact]
    public void Point_12_it_is_about_to_end_from_90_days_before_on()
    {
        var held = new[] { Certificate("2023-09-29") };

        Assert.Equal(OcopState.Valid, OcopStanding.On(Day("2026-06-30"), held).State);
        Assert.Equal(OcopState.Soon, OcopStanding.On(Day("2026-07-01"), held).State);
    }

    [Fact]
    public void Point_12_without_a_day_nothing_is_ever_shown_as_valid()
    {
        var undated = Certificate(null);
        Assert.Equal((OcopState.Unknown, Truth.Unknown, Truth.Unknown), StateOf("2026-07-01", undated));

        // It may have come after the one that has ended, and not before one that has not.
        Assert.Equal((OcopState.Unknown, Truth.Unknown, Truth.Unknown), StateOf("2026-07-01", undated, Certificate("2020-01-01")));
        Assert.Equal((OcopState.Valid, Truth.Yes, Truth.No), StateOf("2026-07-01", undated, Certificate("2025-01-01")));
    }

    [Fact]
    public void A_revoked_certificate_is_neither_valid_nor_expired_and_was_valid_before()
    {
        var revoked = Certificate("2025-01-01", "2026-03-01");

        Assert.Equal((OcopState.Revoked, Truth.No, Truth.No), StateOf("2026-03-01", revoked));
        Assert.Equal((OcopState.Valid, Truth.Yes, Truth.No), StateOf("2026-02-28", revoked));
        Assert.Equal((OcopState.Revoked, Truth.No, Truth.No), StateOf("2026-07-01", revoked, Certificate("2021-01-01")));
        Assert.Equal((OcopState.Valid, Truth.Yes, Truth.No), StateOf("2026-07-01", revoked, Certificate("2026-05-01")));
    }

    [Fact]
    public void The_flow_of_an_evaluation_is_exactly_this() => Assert.Equal(
        """
        Preparing --Send--> Sent
        Preparing --GiveUp--> GivenUp
        Sent --Return--> Preparing
        Sent --Evaluate--> Evaluated
        Sent --GiveUp--> GivenUp
        Evaluated --SendUp--> Sent
        Evaluated --Reopen--> Sent
        Evaluated --Certify--> Certified
        Evaluated --Refuse--> NotCertified
        Evaluated --GiveUp--> GivenUp
        Certified --Revoke--> Revoked
        Certified --CorrectScores--> Certified
        Revoked --Reinstate--> Certified
        NotCertified --Reconsider--> Evaluated
        GivenUp --TakeUp--> Preparing
        GivenUp --TakeUpSent--> Sent
        GivenUp --TakeUpEvaluated--> Evaluated
        """.ReplaceLineEndings("\n"),
        OcopEvaluationFlow.Table.ToString());

    [Fact]
    public void A_file_for_evaluating_again_begins_with_its_list_and_goes_out_when_all_of_it_is_there()
    {
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), "mau-lan-2", Guid.CreateVersion7(), OcopRound.Again, Day("2026-07-01"), By, Now);
        Assert.Equal(2, evaluation.Dossier.Count(item => item.IsOfRule));
        Assert.Empty(new OcopEvaluation(Guid.CreateVersion7(), "mau-lan-1", Guid.CreateVersion7(), OcopRound.First, Day("2026-07-01"), By, Now).Dossier);
        Assert.Contains("Phiếu đăng ký", Assert.Throws<RefusedException>(() => evaluation.Send(By, Now, "Gửi")).Message, StringComparison.Ordinal);

        // What the criteria ask for stays, whatever a form leaves out.
        evaluation.KeepDossier([new OcopDossierLine(null, "Phiếu kiểm nghiệm", Day("2026-06-30"))], Now);
        Assert.Equal(3, evaluation.Dossier.Count);
        evaluation.KeepDossier([.. evaluation.Dossier.Where(item => item.IsOfRule).Select(item => new OcopDossierLine(item.Id, "Tên khác", Day("2026-06-30")))], Now);
        Assert.Equal((2, 0), (evaluation.Dossier.Count, evaluation.Dossier.Count(item => item.Name == "Tên khác")));
        evaluation.Send(By, Now, "Gửi");
        Assert.Throws<RefusedException>(() => evaluation.KeepDossier([], Now));
    }

    [Fact]
    public void Days_follow_each_other_and_a_letter_is_of_a_certificate()
    {
        var evaluation = Evaluated("2026-05-01", 30, 15, 15, OcopLevel.Province);
        Assert.Throws<RefusedException>(() => evaluation.Write(new OcopLetter(null, "1/CV", Day("2026-06-01"))));
        Assert.Throws<RefusedException>(() => Evaluated("2026-05-01", 30, 15, 15, OcopLevel.Province).Certify(Decision("2026-04-30"), By, Now));
        evaluation.Certify(Decision("2026-05-20"), By, Now);
        Assert.Throws<RefusedException>(() => evaluation.Write(new OcopLetter(null, "1/CV", Day("2026-05-19"))));
        Assert.Throws<RefusedException>(() => evaluation.Revoke(Day("2026-05-19"), By, Now, "Vi phạm"));
        evaluation.Revoke(Day("2026-06-19"), By, Now, "Vi phạm");
        Assert.Equal(Day("2026-06-19"), evaluation.RevokedOn);
    }

    private static (OcopState State, Truth Valid, Truth Expired) StateOf(string day, params OcopCertificate[] certificates)
    {
        var standing = OcopStanding.On(Day(day), certificates);
        return (standing.State, standing.Valid, standing.Expired);
    }

    private static OcopCertificate Certificate(string? decided, string? revoked = null) => new()
    {
        EvaluationId = Guid.CreateVersion7(),
        ProductId = Guid.CreateVersion7(),
        DecidedOn = decided is null ? null : Day(decided),
        RevokedOn = revoked is null ? null : Day(revoked),
    };

    private static OcopEvaluation Evaluated(string day, decimal a, decimal b, decimal c, OcopLevel level = OcopLevel.Province, OcopGroup? group = null)
    {
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), "mau-lan-1", Guid.CreateVersion7(), OcopRound.First, Day(day), By, Now);
        evaluation.Send(By, Now, "Gửi");
        evaluation.Evaluate(new OcopResult(Day(day), level, new OcopScores(a, b, c), StatedStars: null, group), By, Now);
        return evaluation;
    }

    private static OcopDecision Decision(string day) => new(null, "86/QĐ-UBND", Day(day), null);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
