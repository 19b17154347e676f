namespace PhuSa.Marks.Inspections;

/// <summary>How far a plan has come. A visit that was called off is no planned one any more.</summary>
internal sealed record PlanCount(int Ahead, int Done, int Late, int CalledOff)
{
    public int Planned => Ahead + Done;

    public static PlanCount Of(IReadOnlyCollection<VisitLine> visits, DateOnly today) => new(
        visits.Count(line => InspectionVisitFlow.Ahead.Contains(line.Visit.Status)),
        visits.Count(line => line.Visit.CarriedOutOn is not null),
        visits.Count(line => line.Visit.IsLate(today)),
        visits.Count(line => line.Visit.Status == InspectionVisitStatus.CalledOff));
}
