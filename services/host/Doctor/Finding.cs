namespace Backoffice.Host.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum Grade
{
    Ok,
    Warn,
    Fail,
}

/// <summary>One finding: what was looked at, and what to do when it is not well.</summary>
internal sealed record Finding(Grade Grade, string What, string Cure = "");
