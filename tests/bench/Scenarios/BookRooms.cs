using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Meeting;
using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Bench.Scenarios;

/// <summary>P5: a crowd that wants the same slots, beside the bare constraint in the database.</summary>
internal sealed class BookRooms : IScenario
{
    private const int Callers = 64;
    private const int Slots = 100;
    private const string Overlaps = """
        SELECT count(*) FROM room_bookings a JOIN room_bookings b ON a.room = b.room AND a.id < b.id
        WHERE a.start_time < b.end_time AND b.start_time < a.end_time AND NOT a.cancelled AND NOT b.cancelled
        """;

    private static readonly DateTimeOffset Noon = new(TimeProvider.System.GetUtcNow().Date.AddDays(2).AddHours(4), TimeSpan.Zero);

    public string Id => "P5";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "Nearly every attempt is refused: in the suite by a call with the contract, one query and a refusal with its details. By a sampling profile two thirds of such a call ask what is taken, mostly EF's work around the statement, "
            + "and a fifth whether the call was answered before. "
            + "The limit answers nobody; SQLite's decides inside the process in microseconds, which no service can.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, MeetingModule.Module);
        await suite.PublishAsync(Office.Directory);
        await using var raw = RawStore.Open(suite.Store, "meeting");
        var chief = new RoomBookingService.RoomBookingServiceClient(suite.As("meeting", Office.SectionChief));
        // One booking by the suite, from which the limit learns the row.
        await AttemptAsync(chief, await NewRoomAsync(suite), 0);
        var form = await raw.FormOfAsync("room_bookings");
        var attempts = run.Quick ? 1000 : 10_000;
        var booked = 0;
        var series = await InTurn.MeasureAsync(
            run.Quick ? 1 : 3,
            async () =>
            {
                var room = await NewRoomAsync(suite);
                return await Load.RateOfAsync(Callers, attempts, i => InsertAsync(raw, form, room, i % Slots));
            },
            async () =>
            {
                var room = await NewRoomAsync(suite);
                booked = 0;
                var rate = await Load.RateOfAsync(Callers, attempts, async i => Interlocked.Add(ref booked, await AttemptAsync(chief, room, i % Slots) ? 1 : 0));
                await CheckAsync(raw, room, booked);
                return rate;
            });

        var work = $"{attempts:#,0} attempts on {Slots} slots by {Callers} callers, {BenchRun.NameOf(store)}";
        var limit = store == StoreKind.Postgres ? "Npgsql inserts under the exclusion constraint" : "driver inserts where nothing overlaps";
        run.Page.Add(Row.Of(Id, work, limit, series[0], series[1], Unit.PerSecond, Target.AtLeast(0.5)));
        run.Page.Add(Row.Of(Id, $"overlaps after all turns, {BenchRun.NameOf(store)}; every turn booked exactly {Slots} and lost none", await raw.NumberAsync(Overlaps), new Unit(""), Target.AtMost(0)));
    }

    private static async Task<string> NewRoomAsync(Suite suite) => (await new RoomService.RoomServiceClient(suite.Call("meeting", "director", Role.OfficeDirector))
        .CreateRoomAsync(new CreateRoomRequest { Room = new Room { DisplayName = "三楼会议室", SeatCount = 20 } })).Room.Name;

    private static async Task<bool> AttemptAsync(RoomBookingService.RoomBookingServiceClient chief, string room, int slot)
    {
        try
        {
            await chief.CreateRoomBookingAsync(new CreateRoomBookingRequest
            {
                RequestId = Guid.NewGuid().ToString(),
                RoomBooking = new RoomBooking { Room = room, StartTime = At(slot), EndTime = At(slot + 1), Title = "局长办公会" },
            });
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
        {
            return false;
        }
    }

    private static Task InsertAsync(RawStore raw, RowForm form, string room, int slot)
    {
        var (start, end) = (Noon.AddHours(slot).UtcTicks, Noon.AddHours(slot + 1).UtcTicks);
        var values = form.ValuesWith(("id", raw.Key(Guid.CreateVersion7())), ("room", room), ("start_time", start), ("end_time", end));
        if (raw.Kind == StoreKind.Postgres)
            return raw.WriteAsync(new Statement(form.Insert + " ON CONFLICT DO NOTHING", values));
        var where = $"WHERE NOT EXISTS (SELECT 1 FROM room_bookings WHERE room = ${form.Width + 1} AND start_time < ${form.Width + 2} AND end_time > ${form.Width + 3})";
        return raw.WriteAsync(new Statement($"INSERT INTO room_bookings {form.Select} {where}", [.. values, room, end, start]));
    }

    private static async Task CheckAsync(RawStore raw, string room, int booked)
    {
        var kept = await raw.NumberAsync("SELECT count(*) FROM room_bookings WHERE room = $1", room);
        if (booked != Slots || kept != Slots)
            throw new InvalidOperationException($"{Slots} slots, but {booked} callers were told that they have one and {kept} are kept.");
    }

    private static Timestamp At(int slot) => Timestamp.FromDateTimeOffset(Noon.AddHours(slot));
}
