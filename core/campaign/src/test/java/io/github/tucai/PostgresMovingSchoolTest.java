package io.github.tucai;

class PostgresMovingSchoolTest extends MovingSchoolTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
