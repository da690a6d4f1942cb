namespace Backoffice.LocalDapr.State;

/// <summary>
/// The etag rules of Dapr's Redis store, with their surprises: an etag for an absent key still creates it, "0" counts as no etag, and
/// a first-write mark binds only later saves without an etag. One script serves single saves and transactions, because Garnet hangs
/// on scripts inside MULTI; an operation that is refused leaves the others applied, exactly as MULTI/EXEC would.
/// </summary>
internal static class StateScripts
{
    /// <summary>Per key: kind ("set", "multi" or "del"), etag, data, "0" for first-write, seconds to live ("" keeps, "0" or less persists).</summary>
    /// <remarks>
    /// Answers the position of the first refused operation, 0 when all were applied. A "multi" save touches the expiry even when it is
    /// refused: in daprd's pipeline EXPIRE is a command of its own.
    /// </remarks>
    public const string Apply =
        """
        local function current(key)
          local version = redis.pcall('HGET', key, 'version')
          if type(version) == 'table' then return nil, true end
          if version == false or version == '' then return nil, false end
          return version, false
        end

        local function save(key, etag, data, mark)
          local version, foreign = current(key)
          if foreign then redis.call('DEL', key) end
          if version and version ~= etag and not (etag == '0' and not redis.call('HGET', key, 'first-write')) then return false end
          redis.call('HSET', key, 'data', data)
          if mark == '0' then redis.call('HSET', key, 'first-write', '0') end
          redis.call('HINCRBY', key, 'version', 1)
          return true
        end

        local function remove(key, etag)
          local version = current(key)
          if version and version ~= etag and etag ~= '0' then return false end
          redis.call('DEL', key)
          return true
        end

        local refused = 0
        for i, key in ipairs(KEYS) do
          local at = (i - 1) * 5
          local done
          if ARGV[at + 1] == 'del' then
            done = remove(key, ARGV[at + 2])
          else
            done = save(key, ARGV[at + 2], ARGV[at + 3], ARGV[at + 4])
          end
          if not done and refused == 0 then refused = i end

          local ttl = ARGV[at + 5]
          if ttl ~= '' and (done or ARGV[at + 1] == 'multi') then
            if tonumber(ttl) > 0 then redis.call('EXPIRE', key, ttl) else redis.call('PERSIST', key) end
          end
        end
        return refused
        """;
}
