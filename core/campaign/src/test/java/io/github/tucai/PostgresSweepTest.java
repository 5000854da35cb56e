package io.github.tucai;

class PostgresSweepTest extends SweepTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
