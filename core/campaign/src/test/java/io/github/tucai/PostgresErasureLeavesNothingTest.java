package io.github.tucai;

class PostgresErasureLeavesNothingTest extends ErasureLeavesNothingTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
