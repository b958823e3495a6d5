"""The town's server side: domain, store, scenarios, API and live channel."""
