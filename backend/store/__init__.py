"""Postgres: tables, repositories, the event log, projections, snapshots, the lease, the question queue."""
