# The verbs of the project; CI runs what `test` runs.
.PHONY: run test fmt lint audit gen snap bench soak city storm proofreading migration

run:      ## start the suite with its demonstration bureau
	dotnet run --project services/host -c Release -- up --demo

test:     ## set up what tests need and run all of them
	./tests/run

fmt:      ## format every source file
	dotnet format Backoffice.sln
	npx --prefix tests/contracts buf format -w

lint:     ## formatting, contract style, contract compatibility
	dotnet format Backoffice.sln --verify-no-changes --no-restore
	./tests/contracts/check

audit:    ## known vulnerabilities of every package that is built in or used by tests (asks the registries' indexes)
	dotnet list Backoffice.sln package --vulnerable --include-transitive
	for folder in gateway/console tests/console tests/contracts tests/testing/s3 tests/deploy/tools; do npm audit --prefix $$folder --package-lock-only || exit 1; done

gen: snap ## generated references in docs/
snap:     ## accept what generated files and snapshots look like now (read the diff before you commit it)
	BACKOFFICE_ACCEPT=1 dotnet test --project tests/suite --no-restore

bench:    ## measure, and write docs/benchmarks.md
	dotnet run --project tests/bench -c Release -- --write

soak:     ## half an hour of a bureau's work, to see whether memory, handles or latency grow
	dotnet run --project tests/bench -c Release -- --only P11s --soak 30 --on SQLite --write

city:     ## the work of a city with 1,200,000 documents on SQLite, made for it: 18 GB of disk
	dotnet run --project tests/bench -c Release -- --only P18 --city 1 --on SQLite --write

storm:    ## ten thousand calls on PostgreSQL, a third on SQLite, while processes are killed, stopped and cut off; a quarter of an hour
	BACKOFFICE_TEST_STORM=10000 dotnet run --project tests/suite -- -class "*StormTests" -longRunning 180

proofreading: ## make the model of characters anew from ../shared/data, measure, and write docs/proofreading.md
	BACKOFFICE_TRAIN=1 dotnet run --project tests/proofreading -c Release -- -class "*CharacterModelTests"
	BACKOFFICE_ACCEPT=1 dotnet run --project tests/proofreading -c Release -- -class "*PublishedFiguresTests"

migration: ## add a migration for both databases: make migration SERVICE=document NAME=AddSomething
	./services/platform/Storage/add-migration $(SERVICE) $(NAME)
