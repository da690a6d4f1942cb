using Backoffice.Document.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.DraftTemplates;

/// <summary>A version of a template that the office director keeps, as the contract's message; versions are added and never changed.</summary>
internal sealed class DraftTemplateVersion
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required byte[] Content { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public static DraftTemplateVersion Of(DraftTemplate template, int version, string person, DateTimeOffset at) => new()
    {
        Name = template.Name,
        Version = version,
        Content = template.ToByteArray(),
        Person = person,
        CreateTime = at,
    };

    public DraftTemplate ToProto()
    {
        var template = DraftTemplate.Parser.ParseFrom(Content);
        (template.Version, template.Person, template.CreateTime) = (Version, Person, Timestamp.FromDateTimeOffset(CreateTime));
        return template;
    }
}
