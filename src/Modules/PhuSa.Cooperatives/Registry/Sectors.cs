namespace PhuSa.Cooperatives.Registry;

/// <summary>The four fields by which the Law on Cooperatives 17/2023 sorts cooperatives by size (Decree 113/2024, article 4).</summary>
internal enum CooperativeSector
{
    /// <summary>Farming, forestry, fishery, salt.</summary>
    Agriculture,
    Industry,
    Finance,
    Services,
}

/// <summary>What may be shown to everybody once the cooperative agrees; a name, a mark, a product and a published place need no consent.</summary>
internal enum PublicItem
{
    Status,
    RegistrationNumber,
    Founded,
    Sector,
    SizeClass,
    Members,
    Capital,
    Revenue,
    Address,
    MapPoint,
    Phone,
    Email,
    Website,
    Director,
    Certificates,
    Field,
    Rating,
}
