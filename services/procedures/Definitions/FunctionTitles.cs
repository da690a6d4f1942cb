using Backoffice.Coordination.V1;
using Google.Protobuf.Reflection;

namespace Backoffice.Procedures.Definitions;

/// <summary>What people call the functions of posts.</summary>
public static class FunctionTitles
{
    private static readonly Dictionary<PostFunction, string> Titles = new()
    {
        [PostFunction.Staff] = "科员",
        [PostFunction.Registrar] = "文书",
        [PostFunction.SectionChief] = "科长",
        [PostFunction.DeputyOfficeDirector] = "办公室副主任",
        [PostFunction.OfficeDirector] = "办公室主任",
        [PostFunction.DeputyDirector] = "分管副局长",
        [PostFunction.Director] = "局长",
        [PostFunction.Archivist] = "档案员",
        [PostFunction.Counterpart] = "对方单位经办人",
    };

    private static readonly EnumDescriptor Contract = PostsReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(PostFunction));

    public static string Of(PostFunction function) => Titles[function];

    /// <summary>As the contract names it.</summary>
    public static string NameOf(PostFunction function) => Contract.FindValueByNumber((int)function).Name;
}
