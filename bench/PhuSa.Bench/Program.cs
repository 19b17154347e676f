using PhuSa.Bench;

// limit PORT FOLDER: the server that does nothing but write bytes. load URL CONNECTIONS SECONDS ENCODING: the load, where wrk is missing.
return args switch
{
    ["limit", var port, var folder] => await Limit.ServeAsync(int.Parse(port, null), folder),
    ["load", var url, var connections, var seconds, var encoding] =>
        await OwnLoad.RunAsync(new Uri(url), int.Parse(connections, null), int.Parse(seconds, null), encoding),
    _ => await new Run(Options.Read(args)).AllAsync(),
};
